using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Places on lists.</content>
internal sealed partial class ClaimBuilder
{
    private IEnumerable<Part> Ranks(FrameMatch match, ClaimTime time)
    {
        // "Since 2009": in every year from then on.
        var isThroughout = time.Words.StartsWith("since ", StringComparison.Ordinal) && match is { Clause.Verb.Time: VerbTime.Perfect or VerbTime.Present, IsNegated: false };
        var goods = match.Of("goods").FirstOrDefault()?.Element.Mention as Mention.Goods;
        var among = match.Of("among").FirstOrDefault();
        var ordinal = match.Of("place").FirstOrDefault();
        var place = ordinal is null ? match.Frame.Place : lexicon.Ordinals.GetValueOrDefault(ordinal.Element.Text, match.Frame.Place);
        foreach (var subject in match.Of("subject"))
        {
            Content content = new Content.Rank(PartyOf(subject), goods?.Commodity.Id ?? "") { Among = among is null ? null : PartyOf(among) };
            if (goods is null || place == 0) content = new Content.Open(article.Quote(match.Span));
            else if (!IsPlainRank(match, ordinal is not null, isThroughout)) content = new Content.Open(article.Quote(match.Span)) { Why = "sense-not-clear" };
            else if (isThroughout) content = new Content.RankThroughout(PartyOf(subject), goods.Commodity.Id, place) { Among = among is null ? null : PartyOf(among) };
            if (content is Content.RankThroughout)
            {
                yield return new Part(match.Span, ClaimKind.Rank, content, new Expectation.YesNo(true));
                continue;
            }
            yield return new Part(match.Span, ClaimKind.Rank, content,
                place == 0 ? null : new Expectation.Place(place, place, place == 1 ? "first" : $"number {place}") { Denied = match.IsNegated });
        }
    }

    /// <summary>
    /// Whether the clause ranks by output, in the world or a named group, and says nothing more: no "exporter", "in Africa", "after X", "listed".
    /// </summary>
    private bool IsPlainRank(FrameMatch match, bool hasOrdinal, bool isThroughout)
    {
        var fillers = match.Fillers.Select(f => f.Element).ToHashSet();
        var end = match.To;
        while (end < match.Elements.Length && match.Elements[end] is { IsMark: false, Verb: null } next && !next.Is(WordClass.Conjunction | WordClass.Relative)) end++;
        var from = match.From;
        // "Became the largest in 2022": it was not before.
        if (match.Matched.Any(e => e.Verb is { Lemma: "become" })) return false;
        // "After X, Y is the largest …"
        if (match.Elements.Take(from).Any(e => e.Mention is Mention.Name && !e.IsBorrowed)) return false;
        for (var i = from; i < end; i++)
        {
            var e = match.Elements[i];
            if (e.Text == "among" && i + 1 < end && match.Of("among") is [var group, ..] && match.Elements.Skip(i + 1).Take(3).Contains(group.Element)) continue;
            if (e.Verb is { IsFinite: false }) return false;
            if (fillers.Contains(e) || e.IsMark || e.Verb is not null || e.Mention is Mention.Time) continue;
            if (e.Mention is Mention.Goods && i < match.To) continue;
            if (e.Name is { Entity: { Kind: EntityKind.Group } whole } && e.Text.EndsWith("world", StringComparison.Ordinal) && whole.Country is null) continue;
            if (e.Mention is not null) return false;
            if (!hasOrdinal && lexicon.Ordinals.TryGetValue(e.Text, out var n) && n > 1) return false;
            if (isThroughout && e.Text == "since") continue;
            if (!lexicon.Is(e.Text, WordClass.RankWord) && !e.Text.EndsWith("ly", StringComparison.Ordinal)) return false;
        }
        return isThroughout || !match.Elements.Skip(from).Take(end - from).Any(e => e.IsWord && e.Text is "since");
    }
}
