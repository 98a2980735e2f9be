using System.Collections.Immutable;
using Assay.Articles;
using Assay.Findings;
using Assay.Publishing.Page;
using Assay.Publishing.Site;
using Assay.Publishing.Text;
using Assay.Publishing.Wording;

namespace Assay.Publishing.Desk;

/// <summary>The page of a draft, in the pieces in which it is sent while its findings come. Safe to share between threads.</summary>
public static class DraftPieces
{
    internal const string Mark = "<!-- findings -->";

    /// <summary>What comes before the findings, and what after.</summary>
    public static (string Before, string After) Around(DraftView draft, SiteFrame frame)
    {
        var page = SitePages.Render<DraftPage, DraftView>(draft, frame);
        var at = page.IndexOf(Mark, StringComparison.Ordinal);
        return (page[..at], page[(at + Mark.Length)..]);
    }

    /// <summary>The passages of an article, in order, each with how many findings have to be there before it can be shown.</summary>
    public static ImmutableArray<DraftPassage> Passages(ArticleCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var marks = new ArticleMarks(check.Article, check.Claims, check.NotCheckable);
        var stretches = ShownText.Paragraphs(check.Article, marks);
        var first = marks.Claims.Where(mark => mark.Occurrence == 1).ToArray();
        var passages = stretches.Select(stretch => new DraftPassage(stretch,
            [.. first.Where(mark => mark.Span.Start >= stretch.Start && mark.Span.Start < stretch.End).Select(mark => mark.Number).Order()],
            marks.Claims.Where(mark => mark.Span.Overlaps(stretch)).Select(mark => mark.Number).DefaultIfEmpty(0).Max())).ToList();
        var homeless = Enumerable.Range(1, check.Claims.Length).Except(passages.SelectMany(passage => passage.Claims)).ToImmutableArray();
        if (!homeless.IsEmpty) passages.Add(new DraftPassage(new TextSpan(0, 0), homeless, check.Claims.Length));
        return [.. passages];
    }

    /// <summary>One passage with its findings.</summary>
    /// <param name="draft">The draft; its article holds at least the findings that the passage needs.</param>
    /// <param name="passage">The passage.</param>
    /// <param name="frame">The frame of the page.</param>
    public static string Passage(CheckedDraft draft, DraftPassage passage, SiteFrame frame) => PageRenderer.Render<PassagePiece>(new Dictionary<string, object?>
    {
        [nameof(PassagePiece.In)] = draft,
        [nameof(PassagePiece.Passage)] = passage,
    }, frame.Language);

    /// <summary>How far the check has come.</summary>
    public static string Progress(int done, int all, SiteFrame frame) => InterfaceLanguage.In(frame.Language, () => $"<p class=\"progress\" role=\"status\">{DeskWords.Say("Progress", done, all)}</p>\n");

    /// <summary>What comes after the passages: what is no claim, what was dropped, which edits do not fit.</summary>
    public static string End(CheckedDraft draft, SiteFrame frame) => PageRenderer.Render<DraftEnd>(new Dictionary<string, object?> { [nameof(DraftEnd.In)] = draft }, frame.Language);

    /// <summary>That the check did not come to its end.</summary>
    public static string Stopped(string why, SiteFrame frame) => PageRenderer.Render<StoppedPiece>(new Dictionary<string, object?> { [nameof(StoppedPiece.Why)] = why }, frame.Language);
}

/// <summary>A passage of a draft.</summary>
/// <param name="Stretch">Its words; empty: claims that stand nowhere in the text shown.</param>
/// <param name="Claims">The numbers of the claims that begin in it.</param>
/// <param name="Needs">How many findings, from the first on, its words and cards need.</param>
public sealed record DraftPassage(TextSpan Stretch, ImmutableArray<int> Claims, int Needs);
