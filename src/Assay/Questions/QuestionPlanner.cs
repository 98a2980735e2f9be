using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>Settles a claim's vague words: one question a reading. A claim that lacks a role, or of a kind that is not answered, gets an open question.</summary>
internal sealed partial class QuestionPlanner(RuleSet rules, EvidenceSnapshot evidence)
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
            Content.Quantity quantity => Plan(claim, quantity),
            Content.ShareOfTotal share => Plan(claim, share),
            Content.RouteShare route => Plan(claim, route),
            Content.TradeShare trade => Plan(claim, trade),
            Content.Regime regime => Plan(claim, regime),
            Content.RankThroughout rank => Plan(claim, rank),
            Content.Control control => Plan(claim, control),
            Content.MembershipChange change => Plan(claim, change),
            Content.StakeChange change => Plan(claim, change),
            Content.ShareMove move => Plan(claim, move),
            Content.Event happened => Plan(claim, happened),
            Content.Dispute dispute => Plan(claim, dispute),
            Content.Saying saying => Plan(claim, saying),
            Content.Position position => Plan(claim, position),
            Content.Open open => [Open(claim, open.Question, Why(claim.Kind, open.Why))],
            _ => throw new UnreachableException($"No such content: {claim.Content.GetType().Name}"),
        };
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.Membership content)
    {
        if (content.Member.Entities is not [var member] || content.Body.Entities is not [var body] || member == body || evidence.Entity(member) is { Kind: EntityKind.Group }) return [Unfilled(claim)];
        // "A member since 2020", where it was one long before: the start is said too, and no question asks for it.
        if (claim.Time is { IsStated: true, Days: { } days } && claim.Time.Words.StartsWith("since ", StringComparison.Ordinal) && days.First.Year > 2
            && evidence.MembersOf(body).Any(row => row.Member == member && row.Validity.HoldsOn(DayRange.On(days.First.YearsLater(-2))) == Truth.True))
            return [Open(claim, claim.Quote, "sense-not-clear")];
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

    /// <summary>Kinds that have a typed question are not answered only where the words are of a form that is not read.</summary>
    private static string Why(ClaimKind kind, string why) => why == "kind-not-answered" && kind is not (ClaimKind.Other or ClaimKind.Event) ? "form-not-read" : why;

    private Reading Single(Question question) => new([], question, _words.Of(question), IsMinor: false);

    private static Reading Unfilled(Claim claim) => Open(claim, claim.Quote, "role-not-found");

    private static Reading Open(Claim claim, string text, string why) =>
        new([], new Question.Open { When = claim.Time.Days, Kind = claim.Kind, Text = text, Why = why }, text, IsMinor: false);
}
