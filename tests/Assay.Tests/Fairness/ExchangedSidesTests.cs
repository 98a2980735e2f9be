using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Fairness;

/// <summary>
/// No side is ours: a claim of one side and the same claim of the other are found alike, and on a record in which the two are exchanged they
/// get the same verdict.
/// </summary>
public sealed class ExchangedSidesTests
{
    private static readonly string[] OfStates =
    [
        "{A} is a member of the League of Tides.", "{A} remains in the League of Tides since 2003.", "{A} is no longer a member of the League of Tides.", "{A} has not left the League of Tides.",
        "{A} and {B} belong to the League of Tides.", "{B}, a member of the League of Tides, protested.", "Why does {A}, a member of the League of Tides, complain?",
        "In 2010 {A} was a member of the League of Tides.", "{A:capital} said that {B} is a member of the League of Tides.", "Don't forget that {A} has never been a member of the League of Tides.",
        "{A} and Fiji signed a strategic partnership agreement in 2020.", "Fiji signed a strategic partnership agreement with {A} in London.", "{A} is an ally of Fiji.", "{A:capital} signed a military cooperation plan with {B:capital} in 2024.",
        "What does the strategic partnership agreement between {A} and Fiji mean?", "How can Fiji view both {A} and {B} as strategic partners?",
        "Saltworks belongs to {A}.", "Saltworks does not belong to {A}.", "Don't mistake Saltworks as belonging to {A}.", "Saltworks is in the hands of {A:adjective} capital.", "{A:adjective} investors have a stake in Saltworks.",
        "The {A:adjective} government owns Saltworks.", "The {A:adjective}-owned Saltworks closed its gates.",
        "About a quarter of Fiji's crude oil belongs to {A}.", "{A:adjective} companies own 60 percent of Fiji's crude oil.", "More than half of Fiji's crude oil belongs to {A}, while the rest is scattered among {B} and Tonga.",
        "What can Fiji expect when two-thirds of its crude oil already belong to {A:adjective} companies?",
        "{A} is the world's largest uranium producer.", "No country produces more uranium than {A}.", "{A} is the world's second-largest uranium producer.",
        "{A} controls Deepwater.", "{A} accuses {B} of stealing gas.", "{A:capital} was behind the coup.", "{A} accounts for 20% of Fiji's trade.", "{A} produced 74 percent of the world's cobalt.", "{A} bought Saltworks from {B} in 2019.",
        "The contracts of {A} in Fiji are based on production sharing.", "{A:adjective} soldiers landed in Fiji in March 2019.", "{A:adjective} Prime Minister John Brown spoke.", "{A} will join the League of Tides.",
        "{A} wants to bring {B} to its knees.", "Fiji is a puppet of {A}.", "{A} might leave.", "If {A} is a member of the League of Tides, {B} should be one.", "It is shameful that {A} bows to {B}.",
        "The {A:adjective} president, who met his {B:adjective} colleague in {B:capital}, says that {A} owns most of Saltworks.",
    ];

    private static readonly string[] OfCompanies =
    [
        "{A} holds 60 percent of Saltworks.", "{A} has a 60 percent stake in Deepwater.", "{A} and {B} each hold 50% of Saltworks.", "Saltworks belongs to {A}.", "{A} does not own Saltworks.", "Deepwater is owned by {A} and {B}.",
        "{A} has a stake in Deepwater.", "The shareholders of Saltworks are {A} and {B}.", "{A} is the world's largest uranium producer.", "Saltworks, owned by {A}, closed its gates.", "{A} sold Saltworks to {B} in 2019.", "{A} operates Deepwater.",
        "{A} said on Friday that {B} owns more than half of Saltworks.", "Saltworks is part of {A}.", "{A} holds about two-thirds of Saltworks, while the rest belongs to {B}.",
    ];

    private static readonly string[] OfBodies =
    [
        "Fiji is a member of {A}.", "Fiji left {A}.", "Fiji belongs to {A} and {B}.", "Fiji is no longer a member of {A}.", "The members of {A} are Fiji and Tonga.", "Fiji, a member of {A}, protested.", "Why should Fiji, a member of {A}, turn to {B}?",
        "{A} accuses {B} of stealing gas.", "Fiji is an observer in {A}.", "Fiji will join {A}.", "Fiji is a pawn of {A}.",
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Pairs() =>
        Sides.States.Select(pair => Row("states", pair)).Concat(Sides.Companies.Select(pair => Row("companies", pair))).Concat(Sides.Bodies.Select(pair => Row("bodies", pair)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_claim_with_the_sides_exchanged_is_found_alike_and_gets_the_same_verdict(string kind, string first, string second)
    {
        var (pairs, templates) = kind switch { "states" => (Sides.States, OfStates), "companies" => (Sides.Companies, OfCompanies), _ => (Sides.Bodies, OfBodies) };
        var (one, other) = pairs.Single(pair => pair.Item1.Name == first && pair.Item2.Name == second);
        var here = new Assayer(Sides.Record(one, other), RuleFiles.Default);
        var there = new Assayer(Sides.Record(other, one), RuleFiles.Default);
        Assert.All(templates, template => Assert.Equal(
            Treatment(here, template, one, other), Treatment(there, template, other, one)));
    }

    [Fact]
    public void The_templates_reach_every_kind_and_every_verdict()
    {
        var (one, other) = Sides.States[0];
        var assayer = new Assayer(Sides.Record(one, other), RuleFiles.Default);
        var findings = OfStates.SelectMany(template => assayer.Check(ArticleOf(template, one, other)).Findings).ToList();
        Assert.Equal([ClaimKind.Other, ClaimKind.Membership, ClaimKind.Agreement, ClaimKind.OwnershipShare, ClaimKind.Ownership, ClaimKind.Control, ClaimKind.Rank, ClaimKind.ShareOfTotal, ClaimKind.TradeShare, ClaimKind.Regime, ClaimKind.Event, ClaimKind.Attribution, ClaimKind.Position],
            findings.Select(finding => finding.Claim.Kind).Distinct().Order());
        foreach (var verdict in (Verdict[])[Verdict.Supported, Verdict.Refuted, Verdict.NotEnoughEvidence]) Assert.Contains(findings, finding => finding.Verdict == verdict);
    }

    private static TheoryDataRow<string, string, string> Row(string kind, (Side One, Side Other) pair) => new(kind, pair.One.Name, pair.Other.Name);

    /// <summary>What was made of a template, the two sides named by their roles in it.</summary>
    private static ImmutableArray<string> Treatment(Assayer assayer, string template, Side a, Side b)
    {
        var found = assayer.Check(ArticleOf(template, a, b));
        return
        [
            template,
            .. found.Findings.Select(finding => string.Join(" | ", CaseWords.Of(finding.Claim, Role), finding.Claim.Kind, finding.Claim.Stance, finding.Claim.Speaker.Length > 0,
                finding.Claim.Expects.Words, finding.Claim.Time.Days, finding.Readings.Length, CaseWords.Of(finding.Answer), finding.Verdict)).Order(StringComparer.Ordinal),
            .. found.NotCheckable.Select(passage => passage.Why),
        ];

        string Role(EntityId id) => id.Value == a.Id ? "{A}" : id.Value == b.Id ? "{B}" : id.Value;
    }

    internal static Article ArticleOf(string template, Side a, Side b)
    {
        var text = template.Replace("{A}", a.Name, StringComparison.Ordinal).Replace("{B}", b.Name, StringComparison.Ordinal)
            .Replace("{A:adjective}", a.Adjective, StringComparison.Ordinal).Replace("{B:adjective}", b.Adjective, StringComparison.Ordinal)
            .Replace("{A:capital}", a.Capital, StringComparison.Ordinal).Replace("{B:capital}", b.Capital, StringComparison.Ordinal);
        return Article.FromText(char.ToUpperInvariant(text[0]) + text[1..]) with { Date = PartialDate.Parse("2025-06-17"), Language = "en" };
    }
}
