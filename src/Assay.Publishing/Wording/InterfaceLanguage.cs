using System.Collections.Immutable;

namespace Assay.Publishing.Wording;

/// <summary>
/// The language of a page's own words, apart from those of the article, the record and the rules. It is set while a page is rendered and flows with that
/// rendering alone; outside one it is English.
/// </summary>
public static class InterfaceLanguage
{
    /// <summary>The language where none is chosen.</summary>
    public const string Default = "en";

    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>Every language that there are words in, by code.</summary>
    public static ImmutableArray<string> All { get; } = [Default, "ru"];

    /// <summary>The language in force.</summary>
    public static string Current => Chosen.Value ?? Default;

    /// <summary>Whether there are words in a language.</summary>
    public static bool Has(string? language) => language is not null && All.Contains(language);

    /// <summary>Does something in a language.</summary>
    /// <exception cref="ArgumentException">There are no words in that language.</exception>
    public static T In<T>(string language, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (!Has(language)) throw new ArgumentException($"there are no words in '{language}'; there are: {string.Join(", ", All)}", nameof(language));
        var before = Chosen.Value;
        Chosen.Value = language;
        try
        {
            return make();
        }
        finally
        {
            Chosen.Value = before;
        }
    }
}
