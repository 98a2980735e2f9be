namespace Assay.Publishing.Wording;

/// <summary>The phrases of reports and of the pages of the record, in the language in force.</summary>
internal static class Words
{
    /// <summary>All of them.</summary>
    public static readonly Phrases All = new("Assay.Publishing.Wording.Words");

    public static string Of(string key) => All.Of(key);

    public static string Of(string key, params ReadOnlySpan<object?> values) => All.Of(key, values);

    public static string Count(string key, long number, params ReadOnlySpan<object?> more) => All.Count(key, number, more);

    /// <summary>The word for a value of a closed class.</summary>
    public static string Of(Enum value, string prefix = "") => All.Of(prefix + value);
}
