using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>Settles a claim's vague words: one question a reading. A claim that lacks a role, or of a kind that is not answered, gets an open question.</summary>
internal sealed class QuestionPlanner(RuleSet rules, EvidenceSnapshot evidence)
{
    private readonly QuestionWords _words = new(rules.Wording, evidence);

    /// <summary>The readings of a claim, the leading one first; never empty.</summary>
    public ImmutableArray<Reading> Plan(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Content switch
        {
            Content.Membership membership => Plan(claim, membership),
            Content.Agreement agreement => Plan(claim, agreement),
            Content.Ownership ownership => Plan(claim, ownership),
            Content.Rank rank => Plan(claim, rank),
            Content.Open open => [Open(claim, open.Question, open.Why)],
            _ => throw new UnreachableException($"No such content: {claim.Content.GetType().Name}"),
        };
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Membership content)
    {
        if (content.Member.Entities is not [var member] || content.Body.Entities is not [var body] || member == body || evidence.Entity(member) is { Kind: EntityKind.Group }) return [Unfilled(claim)];
        return [Single(new Question.Membership { When = claim.Time.Days, Member = member, Body = body, Sense = content.Sense })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Agreement content)
    {
        var parties = content.Parties.SelectMany(p => p.Entities).Distinct().ToImmutableArray();
        // Between whom must be known, and something of what: else any paper between any two would bear it out.
        if (content.Parties.Any(p => p.Entities.IsEmpty) || parties.Length < 2 || content.About.IsEmpty) return [Unfilled(claim)];
        var now = claim.AsOf?.Days;
        var signed = content.Signed ?? (content.Sense == AgreementSense.Signed && claim.Time.IsStated ? claim.Time.Days : null);
        if (content.Sense == AgreementSense.Signed && claim.Time is { IsStated: true, Days: null } && content.Signed is null) return [Open(claim, claim.Quote, "time-not-known")];
        return [Single(new Question.Agreement
        {
            When = content.Sense == AgreementSense.Signed ? now : claim.Time.Days,
            Parties = parties,
            About = content.About,
            TitleWords = content.TitleWords,
            SigningPlace = content.SigningPlace,
            Signed = signed,
            Sense = content.Sense,
        })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Ownership content)
    {
        // Nobody owns themselves: a name that fills both roles was misread.
        if (content.Owner.Entities.IsEmpty || content.Owned.Entity is { } owned && content.Owner.Entities.Contains(owned)) return [Unfilled(claim)];
        if (claim.Expects is Expectation.Band && content.Owned.Entity is { } asset && content.Owner.Entities is [var state] && IsListedBesideItsOwn(state, asset))
            return [Open(claim, claim.Quote, "sense-not-clear")];
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

    private ImmutableArray<Reading> Plan(Claim claim, Content.Rank content)
    {
        if (content.Subject.Entities is not [var subject] || !rules.Lexicon.Goods.TryGetValue(content.Commodity, out var goods) || claim.Expects is not Expectation.Place) return [Unfilled(claim)];
        if (content.Among is { Entities.IsEmpty: true }) return [Unfilled(claim)];
        var isState = evidence.Entity(subject) is { Kind: EntityKind.State or EntityKind.Place };
        var indicators = isState ? goods.CountryIndicators : goods.CompanyIndicators;
        if (indicators.IsEmpty) return [Unfilled(claim)];
        // "In the world" is no group among others: it is the whole that the parts add up to.
        var among = content.Among?.Entities[0];
        if (among is { } group && evidence.MembersOf(group).IsEmpty) among = indicators.Any(i => !evidence.Parts(group, i).IsEmpty) ? null : among;
        return [Single(new Question.Rank { When = claim.Time.Days, Subject = subject, Indicators = indicators, Among = among })];
    }

    /// <summary>Whose definition a group is stands at the head of its note.</summary>
    private string DefinitionOf(EntityId group)
    {
        const string Mark = "WHOSE DEFINITION:";
        var note = evidence.Entity(group)?.Note ?? "";
        return note.StartsWith(Mark, StringComparison.Ordinal) ? note[Mark.Length..].Trim() : note;
    }

    private Reading Single(Question question) => new([], question, _words.Of(question), IsMinor: false);

    private static Reading Unfilled(Claim claim) => Open(claim, claim.Quote, "role-not-found");

    private static Reading Open(Claim claim, string text, string why) =>
        new([], new Question.Open { When = claim.Time.Days, Kind = claim.Kind, Text = text, Why = why }, text, IsMinor: false);
}
