using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Notes down while an article is read what is else forgotten: which match made a claim, which made none and why. Only kept where somebody asks.</summary>
internal sealed class ReadingLog
{
    private readonly List<(FrameMatch Match, RejectionReason Why, string For)> _rejected = [];
    private readonly List<PassedOver> _passed = [];
    private readonly List<(string Claim, ClaimDraft Draft)> _drafts = [];

    public void Reject(FrameMatch match, RejectionReason why, string by = "") => _rejected.Add((match, why, by));

    public void PassOver(TextSpan clause, PassReason why) => _passed.Add(new PassedOver(clause, why));

    /// <summary>A draft became a claim.</summary>
    public void Made(string claim, ClaimDraft draft) => _drafts.Add((claim, draft));

    /// <summary>A draft says what a claim says already.</summary>
    public void Repeats(string claim, ClaimDraft draft)
    {
        if (draft.Match is { } match) Reject(match, RejectionReason.SaidBefore, claim);
    }

    /// <summary>Everything noted, beside what was found.</summary>
    public ReadArticle Of(ImmutableArray<ParsedSentence> sentences, LinkingWords lists, ArticleClaims found) => new(
        sentences, lists, found,
        [.. found.Claims.Select(claim => Origin(claim, _drafts.First(d => d.Claim == claim.Id).Draft.Match))],
        [.. Told().Select(r => new RejectedMatch(r.Match.Frame.Id, r.Match.Frame.Kind, r.Match.Span, r.Why, r.For)).OrderBy(r => r.Span.Start).ThenBy(r => r.Frame, StringComparer.Ordinal)],
        [.. _passed.DistinctBy(p => p.Span).OrderBy(p => p.Span.Start)]);

    /// <summary>A frame matches from many elements on: of its matches that lost in one sentence to one other, the longest is told.</summary>
    private IEnumerable<(FrameMatch Match, RejectionReason Why, string For)> Told() => _rejected
        .Where(r => r.For != r.Match.Frame.Id)
        .GroupBy(r => (r.Match.Sentence.Sentence.Span, r.Match.Frame.Id, r.Why, r.For))
        .Select(g => g.MaxBy(r => r.Match.Span.Length));

    private static ClaimOrigin Origin(Claim claim, FrameMatch? match) => match is null
        ? new ClaimOrigin(claim, [], [])
        : new ClaimOrigin(claim, Triggers(match), [.. match.Fillers.OrderBy(f => f.Element.Span.Start)
            .Select(f => new FilledRole(f.Role, f.Type, new TextSpan(f.Element.Span.Start, Math.Max(f.Element.Span.End, f.End)), f.Element.Mention, f.IsNationals))]);

    /// <summary>The verbs that the frame's patterns name, and the words.</summary>
    private static ImmutableArray<TextSpan> Triggers(FrameMatch match)
    {
        var fillers = match.Fillers.Select(f => f.Element).ToHashSet();
        return [.. match.Matched.Where(e => e.Span.Length > 0 && !e.IsBorrowed && !fillers.Contains(e) && (e.Verb is { } verb ? match.Frame.Lemmas.Contains(verb.Lemma) : e.Mention is null && !e.IsMark && match.Frame.Words.Contains(e.Text)))
            .Select(e => e.Span)];
    }
}
