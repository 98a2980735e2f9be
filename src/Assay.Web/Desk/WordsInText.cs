using System.Collections.Immutable;
using System.Text;
using Assay.Articles;

namespace Assay.Web.Desk;

/// <summary>Finds words of an article by how they look: white space and the form of quotation marks count for nothing.</summary>
internal static class WordsInText
{
    /// <summary>Every place of the words within a stretch, in order; at most ten.</summary>
    public static ImmutableArray<TextSpan> Find(Article article, TextSpan within, string words)
    {
        var wanted = Plain(words.Trim(), 0).Text;
        if (wanted.Length == 0) return [];
        var (text, places) = Plain(article.Quote(within), within.Start);
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && found.Count < 10; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            found.Add(new TextSpan(places[at], places[at + wanted.Length - 1] + 1));
        return found.ToImmutable();
    }

    private static (string Text, List<int> Places) Plain(string text, int start)
    {
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at] switch { '“' or '”' or '„' or '«' or '»' => '"', '‘' or '’' => '\'', var other when char.IsWhiteSpace(other) => ' ', var other => other };
            if (letter == ' ' && (plain.Length == 0 || plain[^1] == ' ')) continue;
            plain.Append(letter);
            places.Add(start + at);
        }
        while (plain.Length > 0 && plain[^1] == ' ')
        {
            plain.Length--;
            places.RemoveAt(places.Count - 1);
        }
        return (plain.ToString(), places);
    }
}
