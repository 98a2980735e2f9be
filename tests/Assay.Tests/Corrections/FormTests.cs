using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Tests.Fairness;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>A form filled in by hand is asked, and what is wrong in it is told field by field.</summary>
public sealed class FormTests
{
    private const string Now = ClaimForm.AsOfArticle;

    private readonly Desk _desk = new("Something is said here of Lemuria.");

    public static TheoryData<ClaimKind, string, string, string, Verdict> Forms => new()
    {
        { ClaimKind.Membership, "member: Atlantis, body: League of Tides", "yes", Now, Verdict.Supported },
        { ClaimKind.Membership, "member: av, body: league, sense: observer", "yes", Now, Verdict.Supported },
        { ClaimKind.Membership, "member: lm, body: league, change: joined", "yes", "2005", Verdict.Supported },
        { ClaimKind.Membership, "member: tu, body: league, change: left", "yes", "2003", Verdict.Refuted },
        { ClaimKind.Agreement, "parties: at; lm, about: strategic-partnership, sense: signed, place: Poseidonis", "yes", Now, Verdict.Supported },
        { ClaimKind.Agreement, "parties: at; tu, about: alliance", "no", Now, Verdict.Refuted },
        { ClaimKind.OwnershipShare, "owner: kraken, owned: abyss", "about 40 %", Now, Verdict.Supported },
        { ClaimKind.OwnershipShare, "owner: kraken, owned: abyss", "not 40 %", Now, Verdict.Refuted },
        { ClaimKind.OwnershipShare, "owner: tu, goods: crude-oil, goods-of: lm", "about a third", Now, Verdict.Supported },
        { ClaimKind.OwnershipShare, "owner: triton, owned: pearl, change: sold, share: 30 %", "yes", "2019", Verdict.Supported },
        { ClaimKind.OwnershipShare, "owner: Triton, owned: PEARL, change: Sold", "Yes", "2019", Verdict.Supported },
        { ClaimKind.OwnershipShare, "owner: nereid, owned: pearl, change: moved, from: 70 %, to: 100 %", "yes", "2019", Verdict.Supported },
        { ClaimKind.Ownership, "owner: at, owned: orichalcum, extent: most", "yes", Now, Verdict.Supported },
        { ClaimKind.Control, "holder: tu, asset: brine", "yes", Now, Verdict.Supported },
        { ClaimKind.Control, "holder: kraken, asset: abyss, sense: operates", "no", Now, Verdict.Refuted },
        { ClaimKind.Rank, "subject: tu, goods: uranium", "1st", "2024", Verdict.Supported },
        { ClaimKind.Rank, "subject: at, goods: uranium", "among the five largest", "2024", Verdict.Supported },
        { ClaimKind.Rank, "subject: at, goods: uranium", "among the two largest", "2024", Verdict.Refuted },
        { ClaimKind.Rank, "subject: lm, goods: uranium, every-year: yes", "2nd", "since 2021", Verdict.Supported },
        { ClaimKind.Quantity, "subject: lm, goods: crude-oil", "about 100 million tonnes", "2024", Verdict.Supported },
        { ClaimKind.Quantity, "subject: lm, goods: crude-oil", "more than 150 million tonnes", "2024", Verdict.Refuted },
        { ClaimKind.ShareOfTotal, "subject: abyss, goods: crude-oil, whole: lm", "60 %", "2024", Verdict.Supported },
        { ClaimKind.Attribution, "proposition: storm-planned-by-thule, said-by: proteus", "yes", Now, Verdict.Supported },
        { ClaimKind.Attribution, "proposition: storm-planned-by-thule", "yes", Now, Verdict.ConflictingEvidence },
        { ClaimKind.Position, "person: Galatea, office: president, office-of: lm", "yes", "2024", Verdict.Supported },
        { ClaimKind.Event, "who: at; lm, what: exercise", "yes", "2019", Verdict.Supported },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_filled_in_by_hand_is_judged_by_the_record(ClaimKind kind, string roles, string expects, string time, Verdict verdict)
    {
        var form = roles.Split(", ").Select(role => role.Split(": ", 2)).Aggregate(new ClaimForm { Kind = kind, Expects = expects, Time = time }, (one, role) => one.With(role[0], role[1]));
        var finding = Assert.Single(_desk.Check(new Correction.Add(new FormAt(_desk.At("Something"), form))).Findings, one => one.Claim.Correction is not null);
        Assert.True(finding.Verdict == verdict, $"{finding.Verdict}: {finding.Justification}");
    }

    [Theory]
    [InlineData("member", "Atlantsi", "roles.member", "unknown", "Atlantis")]
    [InlineData("member", "League of Tides", "roles.body", "goes-not-together", null)]
    [InlineData("member", "\"It\"", "roles.member", "not-linked", null)]
    [InlineData("body", "kraken", "roles.body", "wrong-kind", null)]
    [InlineData("body", "", "roles.body", "missing", null)]
    [InlineData("change", "join", "roles.change", "unknown", "joined")]
    [InlineData("owner", "lm", "roles", "no-such-role", null)]
    public void What_is_wrong_in_a_role_is_told_with_what_may_be_meant(string role, string filling, string field, string code, string? meant)
    {
        var reading = _desk.Fill(Desk.Form(ClaimKind.Membership, "yes", Now, ("member", "lm"), ("body", "league")).With(role, filling));
        Assert.Null(reading.Claim);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((field, code), (problem.Field, problem.Code));
        Assert.NotEmpty(problem.Accepted);
        if (meant is not null) Assert.Contains(meant, problem.DidYouMean);
    }

    [Theory]
    [InlineData(ClaimKind.Membership, "about a quarter", "expects")]
    [InlineData(ClaimKind.OwnershipShare, "yes", "expects")]
    [InlineData(ClaimKind.OwnershipShare, "", "expects")]
    [InlineData(ClaimKind.OwnershipShare, "25 % of the whole lot", "expects")]
    [InlineData(ClaimKind.Rank, "0th", "expects")]
    [InlineData(ClaimKind.Rank, "99999", "expects")]
    [InlineData(ClaimKind.Quantity, "100", "expects")]
    [InlineData(ClaimKind.Quantity, "100 %", "expects")]
    public void An_answer_of_another_sort_is_refused(ClaimKind kind, string expects, string field)
    {
        var roles = kind switch
        {
            ClaimKind.Membership => new[] { ("member", "lm"), ("body", "league") },
            ClaimKind.OwnershipShare => [("owner", "kraken"), ("owned", "abyss")],
            _ => [("subject", "lm"), ("goods", "uranium")],
        };
        Assert.Equal(field, Assert.Single(_desk.Fill(Desk.Form(kind, expects, Now, roles)).Problems).Field);
    }

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-06", "2024-06")]
    [InlineData("2024-06-30", "2024-06-30")]
    [InlineData("2019 to 2023", "2019-01-01/2023-12-31")]
    [InlineData("March 2021", "2021-03")]
    [InlineData("5 July 2022", "2022-07-05")]
    [InlineData("since 2009", "2009-12-31/2025-06-17")]
    [InlineData(Now, Desk.Date)]
    [InlineData("last year", "2024")]
    [InlineData(ClaimForm.NoTime, null)]
    [InlineData("before 2009", null)]
    public void A_time_is_read_as_articles_write_it(string words, string? days) =>
        Assert.Equal(days, _desk.Fill(Desk.Form(ClaimKind.Membership, "yes", words, ("member", "lm"), ("body", "league"))).Claim!.Time.Days?.ToString());

    [Theory]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2023 to 2019")]
    [InlineData("when the sea was young")]
    [InlineData("since")]
    public void What_is_no_time_is_refused(string words) =>
        Assert.Equal("time", Assert.Single(_desk.Fill(Desk.Form(ClaimKind.Membership, "yes", words, ("member", "lm"), ("body", "league"))).Problems).Field);

    [Fact]
    public void An_attributed_claim_names_its_speaker_and_no_other_has_one()
    {
        var form = Desk.Form(ClaimKind.Membership, "yes", Now, ("member", "lm"), ("body", "league"));
        Assert.Equal("speaker", Assert.Single(_desk.Fill(form with { Stance = Stance.Attributed }).Problems).Field);
        Assert.Equal("speaker", Assert.Single(_desk.Fill(form with { Speaker = "Proteus" }).Problems).Field);
        Assert.Equal("Proteus", _desk.Fill(form with { Stance = Stance.Attributed, Speaker = "Proteus" }).Claim!.Speaker);
    }

    [Fact]
    public void A_form_without_roles_is_a_claim_that_nothing_is_asked_of()
    {
        foreach (var kind in Enum.GetValues<ClaimKind>())
            Assert.IsType<Content.Open>(_desk.Fill(new ClaimForm { Kind = kind, Time = ClaimForm.NoTime }).Claim!.Content);
    }

    [Fact]
    public void Every_choice_of_every_kind_can_be_listed_and_labelled()
    {
        foreach (var role in Enum.GetValues<ClaimKind>().SelectMany(kind => ClaimForm.RolesOf(kind)))
        {
            Assert.Equal(role.Takes == RoleTakes.Choice, !_desk.Assayer.Forms.ChoicesOf(role).IsEmpty && role.List == ChoiceList.Fixed || role.List != ChoiceList.Fixed);
            if (role.Default.Length > 0 && role.List == ChoiceList.Fixed) Assert.Contains(role.Default, role.Choices);
            Assert.StartsWith("form-role-", role.LabelKey, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sides_exchanged_in_form_and_record_give_the_same_verdict()
    {
        foreach (var (one, other) in Sides.States)
        {
            var verdicts = new[] { (one, other), (other, one) }.Select(pair => (string[])
            [
                .. new[] { pair.Item1, pair.Item2 }.SelectMany(side => new[]
                {
                    Desk.Form(ClaimKind.Membership, "yes", "2020", ("member", side.Id), ("body", "league-of-tides")),
                    Desk.Form(ClaimKind.OwnershipShare, "more than half", "2020", ("owner", side.Id), ("owner-as", "itself"), ("owned", "saltworks")),
                    Desk.Form(ClaimKind.Rank, "1st", "2024", ("subject", side.Id), ("goods", "uranium")),
                }.Select(form =>
                {
                    var desk = new Desk("Something is said here.", Sides.Record(pair.Item1, pair.Item2));
                    return desk.Check(new Correction.Add(new FormAt(desk.At("Something"), form))).Findings[0].Verdict.ToString();
                })),
            ]).ToArray();
            Assert.Equal(verdicts[0], verdicts[1]);
            Assert.Contains(nameof(Verdict.Supported), verdicts[0]);
            Assert.Contains(nameof(Verdict.Refuted), verdicts[0]);
        }
    }
}
