using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Mentions;
using Assay.Publishing.Wording;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>What was read in each sentence of an article, for a terminal or a pipe.</summary>
public static class MentionsView
{
    /// <summary>Writes each sentence with a mention, and under it a line for each.</summary>
    public static void Write(IAnsiConsole console, Article article, ReadArticle read)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(read);
        var sentences = read.Sentences.Where(sentence => sentence.Elements.Any(e => e.Mention is not null)).ToList();
        if (sentences.Count == 0) console.WriteHead(ReadingWords.NoMentions);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i > 0) console.WriteLine();
            console.WriteHead(article.Quote(sentences[i].Sentence.Span), new Style(decoration: Decoration.Bold));
            WriteMentions(console, [.. sentences[i].Elements.Where(e => e.Mention is not null).SelectMany(e => Rows(article, e.Mention!, read.Lists))]);
        }
    }

    private static IEnumerable<ImmutableArray<string>> Rows(Article article, Mention mention, LinkingWords lists)
    {
        var words = article.Quote(mention.Span);
        if (mention is not Mention.Name name)
        {
            yield return [words, MentionWords.KindOf(mention), MentionWords.ValueOf(mention), "", "", ""];
            yield break;
        }
        var rejected = string.Join("; ", name.Rejected.Select(ReadingWords.Of));
        var links = LinkScores.Of(name, words, lists);
        if (links.IsEmpty) yield return [words, MentionWords.KindOf(name), "", "", "", rejected];
        for (var i = 0; i < links.Length; i++)
        {
            yield return [i == 0 ? words : "", i == 0 ? MentionWords.KindOf(name) : "", $"{links[i].Entity.Name} ({links[i].Entity.EntityId}, {links[i].Entity.Kind.ToString().ToLowerInvariant()})",
                ReadingWords.Score(links[i].Score), ReadingWords.Of(links[i]), i == 0 ? rejected : ""];
        }
    }

    private static void WriteMentions(IAnsiConsole console, IReadOnlyList<ImmutableArray<string>> rows)
    {
        var shown = Enumerable.Range(0, ReadingWords.MentionColumns.Length).Where(at => rows.Any(row => row[at].Length > 0)).ToList();
        var widths = ColumnWidths.Fit([.. shown.Select(at => (IReadOnlyList<string>)[ReadingWords.MentionColumns[at], .. rows.Select(row => row[at])])], console.Profile.Width - 2 * shown.Count - 2);
        if (widths is null)
        {
            foreach (var row in rows) console.WriteUnder("", string.Join("  ", shown.Select(at => row[at]).Where(cell => cell.Length > 0)));
            return;
        }
        var grid = new Table { Border = TableBorder.Simple, UseSafeBorder = false, Expand = false };
        for (var i = 0; i < shown.Count; i++)
            grid.AddColumn(new TableColumn(Lines.Plain(ReadingWords.MentionColumns[shown[i]], new Style(decoration: Decoration.Dim))) { Width = widths[i], Padding = new Padding(0, 0, 1, 0) });
        foreach (var row in rows) grid.AddRow(shown.Select(at => Lines.Plain(row[at])));
        console.Write(grid);
    }
}
