using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>
/// Tells which of the languages that the rules know a text is in: by the letters that prevail in it, then by frequent words of the language
/// against frequent words of others of the same script. A short text is of a language if nothing in it speaks against that.
/// </summary>
internal sealed class LanguageDetector(Lexicon first, ImmutableArray<LanguageRules> others)
{
    private const int Sampled = 20_000, Short = 25;
    private const double Familiar = 0.12, Strange = 0.02;

    /// <summary>The language's code; null: none of those known.</summary>
    public string? Detect(string text)
    {
        var sample = Tokenizer.Split(text, new TextSpan(0, Math.Min(text.Length, Sampled)));
        var words = sample.Where(token => token.Kind == TokenKind.Word).Select(token => token.Folded).ToArray();
        if (words.Length == 0) return null;
        var letters = string.Concat(words);
        // The others need not be read where the first one's letters and words prevail.
        if (2 * letters.Count(c => first.Script.Letters.Contains(c, StringComparison.Ordinal)) >= letters.Length && words.Length >= Short && ScoreOf(first, words, letters) > 0) return first.Language;
        return others.Select(other => other.Lexicon).Prepend(first)
            .Select(language => (language.Language, Script: letters.Count(c => language.Script.Letters.Contains(c, StringComparison.Ordinal)), Score: ScoreOf(language, words, letters)))
            .Where(one => one.Score > 0 && 2 * one.Script >= letters.Length)
            .OrderByDescending(one => one.Script).ThenByDescending(one => one.Score)
            .Select(one => one.Language).FirstOrDefault();
    }

    private static double ScoreOf(Lexicon language, string[] words, string letters)
    {
        var signs = language.Script;
        var frequent = (double)words.Count(language.Telltales.Contains) / words.Length;
        var strange = words.Count(signs.StrangeWords.Contains) + letters.Count(c => signs.StrangeLetters.Contains(c, StringComparison.Ordinal));
        if (words.Length < Short)
        {
            if (strange > 0) return 0;
            var isOwn = language.Inflection is not { } inflection || words.Any(word => language.Telltales.Contains(word) || inflection.Verbs.ContainsKey(word) || inflection.Forms.ContainsKey(word));
            return isOwn ? 1 : 0;
        }
        return frequent >= Familiar && strange <= Strange * words.Length ? frequent : 0;
    }
}
