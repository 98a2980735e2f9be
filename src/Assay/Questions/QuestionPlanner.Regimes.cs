using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <content>Contract regimes.</content>
internal sealed partial class QuestionPlanner
{
    private ImmutableArray<Reading> Plan(Claim claim, Content.Regime content)
    {
        var excluded = rules.Meters.Regimes.FirstOrDefault(regime => regime.Id == content.RegimeKind)?.Excludes ?? [];
        if (content.Asset is { } named)
        {
            return named.Entities is [var asset] && evidence.Entity(asset) is { Kind: EntityKind.Field or EntityKind.Mine or EntityKind.Company or EntityKind.Pipeline }
                ? [Single(new Question.Regime { When = claim.Time.Days, Asset = asset, Kind = content.RegimeKind, Excluded = excluded })] : [Unfilled(claim)];
        }
        if (content.Of?.Entities is not [var state]) return [Unfilled(claim)];
        // "Mostly" is by number, or by output of each of the goods that the words may mean.
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var (target, goods, isMinor) in Targets(new Thing(content.Words, null, content.Commodity, state)))
        {
            var share = new Question.RegimeShare { When = claim.Time.Days, Of = state, Indicator = ((Target.Output)target).Indicator, Kind = content.RegimeKind, Excluded = excluded };
            readings.Add(new Reading([new Choice(content.Words, rules.Wording.Say("taken-by-output", ("goods", goods?.Taken ?? content.Commodity.Replace('-', ' '))), "")], share, _words.Of(share), isMinor));
        }
        var number = new Question.RegimeShare { When = claim.Time.Days, Of = state, Indicator = "", Kind = content.RegimeKind, Excluded = excluded };
        readings.Add(Chosen(number, new Choice(content.Words, rules.Wording.Say("taken-by-number"), "")));
        return readings.ToImmutable();
    }
}
