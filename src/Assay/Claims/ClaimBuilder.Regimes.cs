using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Contract regimes.</content>
internal sealed partial class ClaimBuilder
{
    private IEnumerable<Part> Regimes(FrameMatch match)
    {
        if (RegimeIn(match) is not { } regime) return Open(match);
        if (match.Of("asset") is { IsEmpty: false } assets)
        {
            var isPlain = _plainFigures.Are(match, null, mayDeny: true);
            return assets.Select(PartyOf).Select(party => new Part(match.Span, ClaimKind.Regime, isPlain ? new Content.Regime(party.Words, party, null, "", regime.Id) : Unclear(match.Span), null));
        }
        // "The contracts are mostly production sharing": more than half of them, by number or by output.
        if (!match.Sentence.Sentence.Tokens.Any(token => match.Span.Contains(token.Span) && token.Folded is "mostly" or "mainly" or "largely" or "predominantly" or "chiefly") || match.IsNegated) return Open(match);
        var state = match.Of("of") is [var named] ? PartyOf(named) : context.MainState;
        if (state is null) return Open(match);
        // "The contracts with X": those of one partner, which is another question.
        var isOfAll = (match.Clause?.Elements ?? match.Elements).All(e => e.Name is not { } name || match.Of("of").Any(f => f.Element == e) || name.Entity is { } entity && state.Entities.Contains(entity.EntityId));
        return [new Part(match.Span, ClaimKind.Regime, !isOfAll ? Unclear(match.Span) : new Content.Regime(article.Quote(match.Span), null, state, GoodsOf(match) ?? "natural-resources", regime.Id), WordBands.Mostly)];
    }

    /// <summary>The one regime that the match names; null: none, or several.</summary>
    private RegimeWords? RegimeIn(FrameMatch match)
    {
        var tokens = match.Sentence.Sentence.Tokens.Where(token => match.Span.Contains(token.Span)).ToImmutableArray();
        var said = regimes.Where(regime => regime.Phrases.Occurs(tokens, 0, tokens.Length) || lexicon.RegimeWords?.TryGetValue(regime.Id, out var own) == true && own.Occurs(tokens, 0, tokens.Length)).ToList();
        return said is [var one] ? one : null;
    }
}
