using System.Globalization;
using Assay.Publishing.Wording;

namespace Assay.Publishing.Desk;

/// <summary>The phrases of the desk, in the language in force.</summary>
public static class DeskWords
{
    internal static readonly Phrases All = new("Assay.Publishing.Desk.DeskWords");

    /// <summary>A phrase.</summary>
    public static string Say(string key) => All.Of(key);

    /// <summary>A phrase with its places filled.</summary>
    public static string Say(string key, params ReadOnlySpan<object?> values) => All.Of(key, values);

    /// <summary>A phrase in the form that goes with a number, which is its first place.</summary>
    public static string Count(string key, long number) => All.Count(key, number);

    /// <summary>The label of a field or a word of a form, by its key; where the key has none, the words that stand for it.</summary>
    public static string Label(string key, string otherwise) => All.Has(key) ? All.Of(key) : otherwise;

    /// <summary>A moment to the minute, in UTC.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>The name of a kind of claim, by its word.</summary>
    public static string Kind(string word) => Label($"kind-{word}", word.Replace('-', ' '));
}
