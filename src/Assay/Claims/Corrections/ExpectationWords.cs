using System.Collections.Immutable;
using System.Globalization;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims.Corrections;

/// <summary>Reads the answer that a form says the article gives: "yes", "about 25 %", "not 1st", "among the five largest", "3.2 million tonnes".</summary>
internal sealed class ExpectationWords(UnitTable units)
{
    private const string Not = "not ";
    private const int LastPlace = 10_000;

    public static Expectation.YesNo? YesNo(string text) => text.Trim().ToLowerInvariant() switch
    {
        FormRoles.Yes => new Expectation.YesNo(true),
        FormRoles.No => new Expectation.YesNo(false),
        _ => null,
    };

    /// <summary>A share in percent, or null.</summary>
    public static Expectation.Band? Share(string text, IEnumerable<FormLanguage> languages)
    {
        var (said, isDenied) = Denial(text);
        var band = Shared(said) ?? First(languages, language => language.Figure(said) is { Figure: { IsShare: true } figure } read && read.Next == read.Tokens.Length ? figure.Band : null);
        return band is null ? null : band with { Denied = isDenied };
    }

    /// <summary>An amount in a unit of the rules, or null; with the goods that the unit's words name, if they do.</summary>
    public Expectation.Band? Amount(string text, IEnumerable<FormLanguage> languages)
    {
        var (said, isDenied) = Denial(text);
        var band = First(languages, language =>
        {
            if (language.Figure(said) is not { } read || read.Next >= read.Tokens.Length) return null;
            var length = language.Lexicon.Units.Match(read.Tokens, read.Next, out var word);
            if (length == 0 || read.Next + length != read.Tokens.Length) return null;
            var written = said[read.Tokens[read.Next].Start..read.Tokens[^1].End];
            return word!.Written.Length == 0 || written == word.Written ? QuantityBand.Of(read.Figure, word, units, said) : null;
        });
        return band is null ? null : band with { Denied = isDenied };
    }

    /// <summary>A figure with whatever it counts, or null: for claims that nothing is asked of.</summary>
    public static Expectation.Band? AnyFigure(string text, IEnumerable<FormLanguage> languages)
    {
        var (said, isDenied) = Denial(text);
        var band = Shared(said) ?? First(languages, language => language.Figure(said)?.Figure.Band);
        return band is null ? null : band with { Said = said, Denied = isDenied };
    }

    /// <summary>A place on a list, or the first so many of it; null: it is none.</summary>
    public static Expectation.Place? Place(string text, IEnumerable<FormLanguage> languages)
    {
        var (said, isDenied) = Denial(text);
        var place = First(languages, language => Place(said, language));
        return place is null ? null : place with { Denied = isDenied };
    }

    private static Expectation.Place? Place(string said, FormLanguage language)
    {
        var words = said.ToLowerInvariant().Split([' ', '-', '#'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("the" or "in" or "of" or "by")).ToList();
        if (words.Count == 0) return null;
        var isOneOf = words[0] is "among" or "top" || words is ["one", _, ..];
        words.RemoveAll(word => !language.Lexicon.Ordinals.ContainsKey(word) && (word is "among" or "top" or "number" or "no." or "rank" or "place" or "largest" or "biggest" || language.Lexicon.Is(word, WordClass.RankWord)));
        if (isOneOf && words is ["one", _]) words.RemoveAt(0);
        if (words.Count != 1 || Number(words[0], language.Lexicon, isOneOf) is not (>= 1 and <= LastPlace and var number)) return null;
        return isOneOf ? new Expectation.Place(1, number, said)
            : new Expectation.Place(number, number, number == 1 ? "first" : string.Create(CultureInfo.InvariantCulture, $"number {number}"));
    }

    /// <summary>"3", "3rd", "third"; where so many are meant, "three".</summary>
    private static int? Number(string word, Lexicon lexicon, bool mayCount)
    {
        if (lexicon.Ordinals.TryGetValue(word, out var ordinal)) return ordinal;
        if (mayCount && lexicon.Numerals.TryGetValue(word, out var many) && many <= LastPlace) return (int)many;
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Expectation.Band? Shared(string said) => new[] { WordBands.Mostly, WordBands.AllTheRest }.FirstOrDefault(band => band.Said.Equals(said, StringComparison.OrdinalIgnoreCase));

    private static (string Said, bool IsDenied) Denial(string text)
    {
        var said = text.Trim();
        return said.StartsWith(Not, StringComparison.OrdinalIgnoreCase) ? (said[Not.Length..].TrimStart(), true) : (said, false);
    }

    private static T? First<T>(IEnumerable<FormLanguage> languages, Func<FormLanguage, T?> read) where T : class
    {
        foreach (var language in languages)
            if (read(language) is { } found) return found;
        return null;
    }
}
