using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// Figures that no claim of their sentence states: each is a claim of its own, named by the words around it up to the next mark, and never decided.
/// A second figure in a sentence is a second claim.
/// </summary>
internal sealed class LooseFigures(Article article, Lexicon lexicon)
{
    // "The two ministers", "its five mines": so few are named and not counted, unless in a measure.
    private const int FewestCounted = 12;

    private readonly SignReader _signs = new(lexicon);

    /// <summary>A claim for each figure that none of the claims found states.</summary>
    public IEnumerable<ClaimDraft> Find(ParsedSentence sentence, IReadOnlyList<ClaimDraft> found)
    {
        if (sentence.Sentence.IsQuestion) yield break;
        var elements = sentence.Elements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Mention is not Mention.Figure { Unit.Length: > 0 } figure || elements[i].IsBorrowed) continue;
            if (lexicon.Uncounted.Contains(figure.Unit)) continue;
            var at = elements[i].Span;
            if (found.Any(claim => claim.Span.Contains(at) && (States(claim, figure) || !figure.IsShare && (claim.Kind == ClaimKind.Event || claim.Kind != ClaimKind.Other && figure.Value <= FewestCounted && IsBare(figure))))) continue;
            var (from, to) = (i, i + 1);
            while (from > 0 && !Ends(elements[from - 1])) from--;
            while (to < elements.Length && !Ends(elements[to])) to++;
            while (from < i && elements[from].Is(WordClass.Conjunction | WordClass.Relative | WordClass.Subordinator)) from++;
            var span = new TextSpan(elements[from].Span.Start, elements[to - 1].Span.End);
            var kind = _signs.KindOf(sentence, span, null);
            if (!IsFigureKind(kind)) kind = figure.IsShare ? ClaimKind.ShareOfTotal : ClaimKind.Quantity;
            var quote = article.Quote(span);
            yield return new ClaimDraft(span, kind, Stance.Asserted, new Content.Open(quote), figure.Band, new ClaimTime(null, "", false), "figure", "", true, span);
        }
    }

    private static bool States(ClaimDraft claim, Mention.Figure figure) => claim.Content is not Content.Open && IsFigureKind(claim.Kind) || (claim.Expects is Expectation.Band band ? band == figure.Band : IsFigureKind(claim.Kind));

    private bool IsBare(Mention.Figure figure) => lexicon.Units.Match(Tokenizer.Split(figure.Unit), 0, out _) == 0;

    /// <summary>Whether claims of a kind state a figure.</summary>
    public static bool IsFigureKind(ClaimKind kind) => kind is ClaimKind.OwnershipShare or ClaimKind.Quantity or ClaimKind.ShareOfTotal or ClaimKind.RouteShare or ClaimKind.TradeShare;

    private static bool Ends(Element element) => element.IsMark && element.Text is "," or ";" or ":" or "(" or ")" or "." or "?" or "!" or "\"";
}
