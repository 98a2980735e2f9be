using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <content>Who controls, joined, sold, did, said or held what.</content>
internal sealed partial class QuestionPlanner
{
    private ImmutableArray<Reading> Plan(Claim claim, Content.Control content)
    {
        if (content.Holder.Entities.IsEmpty || content.Asset.Entity is not { } asset || content.Holder.Entities.Contains(asset)) return [Unfilled(claim)];
        if (content.Sense == ControlSense.Operates)
        {
            return content.Holder is { Sense: HolderSense.Itself, Entities: [var operatorId] }
                ? [Single(new Question.Operation { When = claim.Time.Days, Operator = operatorId, Asset = asset })] : [Unfilled(claim)];
        }
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var (holder, choice, isMinor) in Holders(content.Holder).SelectMany(one => BothWays(content.Holder, one)))
        {
            var question = new Question.Control { When = claim.Time.Days, Holder = holder, Asset = asset };
            readings.Add(new Reading(choice is null ? [] : [choice], question, _words.Of(question), isMinor));
        }
        return readings.ToImmutable();
    }

    /// <summary>"Russia controls it": the state, or the Russians together.</summary>
    private IEnumerable<(Holder Holder, Choice? Choice, bool IsMinor)> BothWays(Party named, (Holder Holder, Choice? Choice, bool IsMinor) one)
    {
        if (one.Holder is not { Sense: HolderSense.Itself, Members: [var member] } || evidence.Entity(member) is not { Kind: EntityKind.State }) return [one];
        return
        [
            (one.Holder, new Choice(named.Words, rules.Wording.Say("control-by-state"), ""), one.IsMinor),
            (one.Holder with { Sense = HolderSense.Nationals }, new Choice(named.Words, rules.Wording.Say("control-by-nationals"), ""), one.IsMinor),
        ];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.MembershipChange content)
    {
        if (content.Member.Entities is not [var member] || content.Body.Entities is not [var body] || member == body || evidence.Entity(member) is { Kind: EntityKind.Group }) return [Unfilled(claim)];
        if (Past(claim) is not { } days) return [Open(claim, claim.Quote, "time-not-known")];
        return [Single(new Question.MembershipChange { When = days, Member = member, Body = body, Sense = content.Sense, Ends = content.Ends })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.StakeChange content)
    {
        if (content.Owner is not { Entities: [var owner] } || content.Asset.Entity is not { } asset || owner == asset) return [Unfilled(claim)];
        if (Past(claim) is not { } days) return [Open(claim, claim.Quote, "time-not-known")];
        return [Single(new Question.StakeChange { When = days, Owner = owner, Asset = asset, Ends = content.Ends, Size = content.Share })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.ShareMove content)
    {
        if (content.Owner.Entities is not [var owner] || content.Asset.Entity is not { } asset || owner == asset) return [Unfilled(claim)];
        if (Past(claim) is not { } days) return [Open(claim, claim.Quote, "time-not-known")];
        if (IsListedBesideItsOwn(owner, asset)) return [Open(claim, claim.Quote, "sense-not-clear")];
        return [Single(new Question.ShareMove { When = days, Holder = new Holder([owner], HolderSense.Itself), Asset = asset, From = content.From, To = content.To })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.RankThroughout content)
    {
        if (content.Subject.Entities is not [var subject] || !rules.Lexicon.Goods.TryGetValue(content.Commodity, out var goods)) return [Unfilled(claim)];
        var indicators = evidence.Entity(subject) is { Kind: EntityKind.State or EntityKind.Place } ? goods.CountryIndicators : goods.CompanyIndicators;
        if (indicators.IsEmpty || content.Among is { Entities.IsEmpty: true }) return [Unfilled(claim)];
        var among = content.Among?.Entities[0];
        if (among is { } group && evidence.MembersOf(group).IsEmpty) among = indicators.Any(i => !evidence.Parts(group, i).IsEmpty) ? null : among;
        return [Single(new Question.RankThroughout { When = claim.Time.Days, Subject = subject, Indicators = indicators, Among = among, Place = content.Place })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Event content)
    {
        if (content.Who.IsEmpty || content.Kinds.IsEmpty || content.Who.Any(party => party.Entities.Length != 1) || content.Where is { Entities.Length: not 1 }) return [Unfilled(claim)];
        if (!claim.Time.IsStated || Past(claim) is not { } days) return [Open(claim, claim.Quote, "time-not-known")];
        ImmutableArray<EntityId> who = [.. content.Who.Select(party => party.Entities[0])];
        // Who goes somewhere comes from elsewhere.
        if (content is { IsMotion: true, Where.Entities: [var there] } && who.Any(one => one == there || evidence.Entity(one)?.Country == there)) return [Unfilled(claim)];
        return [Single(new Question.Event { When = days, Who = who, Kinds = content.Kinds, Where = content.Where?.Entities[0], Name = content.Name })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Dispute content) =>
        [Single(new Question.Dispute { When = claim.AsOf?.Days ?? claim.Time.Days, Proposition = content.Proposition })];

    private ImmutableArray<Reading> Plan(Claim claim, Content.Saying content)
    {
        if (content.Speaker is not { Sense: HolderSense.Itself, Entities: [var speaker] }) return [Unfilled(claim)];
        if (claim.Time is { IsStated: true, Days: null }) return [Open(claim, claim.Quote, "time-not-known")];
        return [Single(new Question.Saying { When = claim.AsOf?.Days ?? claim.Time.Days, Speaker = speaker, Proposition = content.Proposition, Asserts = content.Asserts, Said = claim.Time.IsStated ? claim.Time.Days : null })];
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Position content)
    {
        if (content.Person.Entities is not [var person] || content.Of is { Entities.Length: not 1 } || content.Office.Length == 0) return [Unfilled(claim)];
        // A title may be that of the day or that of the time told of.
        if (content.IsTitle && claim.Time.IsStated) return [Open(claim, claim.Quote, "time-not-known")];
        return
        [
            Single(new Question.Position
            {
                When = claim.Time.Days, Person = person, Office = content.Office.Replace(' ', '-'), Of = content.Of?.Entities[0], IsTitle = content.IsTitle,
                IsSole = rules.Lexicon.SoleOffices.Contains(content.Office),
            }),
        ];
    }

    /// <summary>The days of a claim up to the article's date: of what is told as past, nothing later can be meant.</summary>
    private static DayRange? Past(Claim claim)
    {
        if (claim.Time.Days is not { } days || claim.AsOf is not { } now) return claim.Time.Days;
        if (days.First > now.Last) return null;
        return days.Last <= now.Last ? days : new DayRange(days.First, now.Last);
    }
}
