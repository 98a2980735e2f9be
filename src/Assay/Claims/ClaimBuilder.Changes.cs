using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>What began, ended or moved in a time of its own: questions on two dates.</content>
internal sealed partial class ClaimBuilder
{
    /// <summary>Whether a match of a kind that tells states tells a change on a date of its own clause.</summary>
    private static ChangeSense ChangeIn(FrameMatch match, ClaimTime time)
    {
        var sense = match.Frame.Change != ChangeSense.None ? match.Frame.Change
            : match.Frame.Kind == ClaimKind.Membership && match.Matched.Any(e => e.Verb is { Lemma: "become", IsFinite: true }) ? ChangeSense.Began
            : ChangeSense.None;
        if (sense == ChangeSense.None || match.Clause is not { } clause) return ChangeSense.None;
        if (clause.Elements.Count(e => e.Mention is Mention.Time) != 1 || time is not { IsStated: true, Likewise: null } || time.Words.StartsWith("since ", StringComparison.Ordinal)) return ChangeSense.None;
        return clause.Verb is { Time: VerbTime.Past or VerbTime.Perfect or VerbTime.Present, IsProgressive: false, Modal.Length: 0 } ? sense : ChangeSense.None;
    }

    /// <summary>A membership that is said to have begun or ended: what the frame's own words deny is the membership, not its end.</summary>
    private Part Changed(FrameMatch match, Part part, ChangeSense sense)
    {
        if (part.Content is not Content.Membership membership) return part;
        if (!_plain.SaysOnly(match)) return part with { Content = Unclear(part.Span) };
        return part with
        {
            Content = new Content.MembershipChange(membership.Member, membership.Body, membership.Sense, sense == ChangeSense.Ended),
            Expects = new Expectation.YesNo(!match.IsNegated),
        };
    }

    private IEnumerable<Part> StakeChanges(FrameMatch match, ClaimTime time, ChangeSense sense)
    {
        // Without a date, "has acquired 30 % of it" says that it has them.
        if (sense == ChangeSense.None && match.Frame.Change == ChangeSense.Began && match.Of("share").Length > 0)
        {
            foreach (var part in Ownerships(match)) yield return part;
            yield break;
        }
        var owners = match.Of("owner");
        var things = Things(match).ToArray();
        if (match.Frame.Change == ChangeSense.Moved)
        {
            var isClear = owners.Length == 1 && things.Length == 1 && sense == ChangeSense.Moved && !match.IsNegated && _plain.SaysOnly(match);
            yield return new Part(match.Span, ClaimKind.OwnershipShare,
                isClear && Ends(match) is var (from, to) ? new Content.ShareMove(PartyOf(owners[0]) with { Sense = HolderSense.Itself }, things[0], from, to) : Unclear(match.Span),
                new Expectation.YesNo(true));
            yield break;
        }
        var share = match.Of("share").FirstOrDefault()?.Element.Mention as Mention.Figure;
        var kind = share is null ? ClaimKind.Ownership : ClaimKind.OwnershipShare;
        // "Sold its stake" with "its" of another than the seller.
        var isOwn = match.Of("own").All(own => owners.Length == 1 && (own.Element.Name!.Candidates.IsEmpty ? own.Element.Name.Via == NameVia.Anaphor : own.Element.Name.Candidates.Any(c => owners[0].Element.Name!.Candidates.Any(o => o.EntityId == c.EntityId))));
        var isPlain = isOwn && sense != ChangeSense.None && owners.Length == 1 && !owners[0].IsNationals && things.Length == 1 && _plain.SaysOnly(match);
        yield return new Part(match.Span, kind,
            isPlain ? new Content.StakeChange(PartyOf(owners[0]) with { Sense = HolderSense.Itself }, things[0], sense == ChangeSense.Ended) { Share = share?.Band }
                : new Content.Open(article.Quote(match.Span)) { Why = sense == ChangeSense.None ? "kind-not-answered" : "sense-not-clear" },
            new Expectation.YesNo(!match.IsNegated));
    }

    /// <summary>The figures before and after; "from 8 % to 16 %" is read as one range.</summary>
    private static (Expectation.Band From, Expectation.Band To)? Ends(FrameMatch match)
    {
        if (match.Of("from") is [{ Element.Mention: Mention.Figure from }] && match.Of("to") is [{ Element.Mention: Mention.Figure to }]) return (from.Band, to.Band);
        if (match.Of("range") is not [{ Element.Mention: Mention.Figure { Band: { Low: { } low, High: { } high, Denied: false } } }] || low == high) return null;
        return (Bare(low), Bare(high));
    }

    private static Expectation.Band Bare(decimal value) =>
        FigureReader.Band(value, value.Scale, new Hedge("", 0, 0, false, false), "%", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}%"));

    private Content.Open Unclear(Articles.TextSpan span) => new(article.Quote(span)) { Why = "sense-not-clear" };
}
