using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <content>Ownership, with or without a figure.</content>
internal sealed partial class QuestionPlanner
{
    private ImmutableArray<Reading> Plan(Claim claim, Content.Ownership content)
    {
        // Nobody owns themselves: a name that fills both roles was misread.
        if (content.Owner.Entities.IsEmpty || content.Owned.Entity is { } owned && content.Owner.Entities.Contains(owned)) return [Unfilled(claim)];
        if (claim.Expects is Expectation.Band && content.Owned.Entity is { } asset && content.Owner.Entities is [var state] && IsListedBesideItsOwn(state, asset))
            return [Open(claim, claim.Quote, "own-or-with-firms")];
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var (holder, groupChoice, groupMinor) in Holders(content.Owner))
        {
            foreach (var (target, goodsChoice, goodsMinor) in Targets(content.Owned))
            {
                foreach (var (measure, measureChoice, measureMinor) in Measures(claim, content, target))
                {
                    Question question = claim.Expects is Expectation.Band
                        ? new Question.Share { When = claim.Time.Days, Holder = holder, Target = target, Measure = measure }
                        : new Question.Ownership { When = claim.Time.Days, Holder = holder, Target = target, Quantifier = content.Quantifier, Measure = measure };
                    ImmutableArray<Choice> choices = [.. new[] { groupChoice, goodsChoice, measureChoice }.OfType<Choice>()];
                    readings.Add(new Reading(choices, question, _words.Of(question), groupMinor || goodsMinor || measureMinor));
                }
            }
        }
        return readings.Count == 0 ? [Unfilled(claim)] : readings.ToImmutable();
    }

    /// <summary>Whether a state is listed by itself beside firms of its own: "holds 24 %" may mean that row alone, or all of them.</summary>
    private bool IsListedBesideItsOwn(EntityId state, EntityId asset)
    {
        var owners = evidence.StakesIn(asset).Select(s => s.Owner).Distinct().ToArray();
        return owners.Contains(state) && owners.Any(o => o != state && (evidence.Entity(o)?.Country == state
            || evidence.Entity(o)?.Parent is { } parent && evidence.Entity(parent)?.Country == state || evidence.StakesIn(o).Any(s => s.Owner == state)));
    }

    private IEnumerable<(Holder Holder, Choice? Choice, bool IsMinor)> Holders(Party owner)
    {
        foreach (var entity in owner.Entities)
        {
            if (owner.Entities.Length > 1 || !rules.Readings.Groups.TryGetValue(entity, out var choices)) continue;
            foreach (var choice in choices.Where(c => evidence.Entity(c.Group) is not null))
                yield return (new Holder([choice.Group], owner.Sense), new Choice(owner.Words, choice.Taken, DefinitionOf(choice.Group)), choice.IsMinor);
            yield break;
        }
        yield return (new Holder(owner.Entities, owner.Sense), null, false);
    }

    private IEnumerable<(Target Target, Choice? Choice, bool IsMinor)> Targets(Thing owned)
    {
        if (owned.Entity is { } asset)
        {
            yield return (new Target.Asset(asset), null, false);
            yield break;
        }
        if (owned.Commodity.Length == 0 || owned.Of is not { } whole) yield break;
        if (rules.Readings.Goods.TryGetValue(owned.Commodity, out var choices))
        {
            foreach (var choice in choices)
                if (IndicatorOf(choice.Goods, whole) is { } indicator)
                    yield return (new Target.Output(whole, indicator), new Choice(owned.Words, choice.Taken, ""), choice.IsMinor);
        }
        else if (IndicatorOf(owned.Commodity, whole) is { } indicator)
        {
            yield return (new Target.Output(whole, indicator), null, false);
        }
    }

    /// <summary>The indicator by which the record divides a country's output among owners, or the first of the lexicon.</summary>
    private string? IndicatorOf(string goods, EntityId whole)
    {
        if (!rules.Lexicon.Goods.TryGetValue(goods, out var commodity)) return null;
        return commodity.ShareIndicators.FirstOrDefault(indicator => !evidence.Parts(whole, indicator).IsEmpty) ?? commodity.ShareIndicators.FirstOrDefault();
    }

    private IEnumerable<(OwnershipMeasure Measure, Choice? Choice, bool IsMinor)> Measures(Claim claim, Content.Ownership content, Target target)
    {
        if (target is Target.Output && rules.Readings.Relations.TryGetValue(content.Relation, out var choices) && content.Quantifier == Quantifier.Most | claim.Expects is Expectation.Band && content.Quantifier != Quantifier.All)
        {
            foreach (var choice in choices) yield return (choice.Measure, new Choice(content.Relation, choice.Taken, ""), choice.IsMinor);
        }
        else
        {
            yield return (OwnershipMeasure.Effective, null, false);
        }
    }
}
