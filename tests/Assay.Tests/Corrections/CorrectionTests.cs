using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>Each way to correct what was read: the verdict is that of the corrected claim, ids stay, and nothing is applied to what it was not meant for.</summary>
public sealed class CorrectionTests
{
    private const string Text = "Kraken holds 40 percent of Abyss. Lemuria is a member of the League of Tides. Thule is a member of the League of Tides.";

    private readonly Desk _desk = new(Text);

    [Fact]
    public void A_changed_figure_gives_the_verdict_of_the_new_figure()
    {
        var claim = _desk.The("Kraken");
        Assert.Equal(Verdict.Supported, _desk.Check().Findings[0].Verdict);
        var result = _desk.Check(new Correction.Change(ClaimRef.Of(claim), _desk.FormOf(claim) with { Expects = "60 percent" }));
        Assert.Equal(Verdict.Refuted, result.Findings[0].Verdict);
        Assert.Equal("figure: 40 percent → 60 percent", Assert.Single(result.Findings[0].Claim.Correction!.Differences(result.Findings[0].Claim, _desk.Evidence)).ToString());
    }

    [Fact]
    public void A_changed_entity_gives_the_verdict_on_that_entity_and_is_told_by_name()
    {
        var claim = _desk.The("Thule");
        Assert.Equal(Verdict.Refuted, _desk.Check().Findings[2].Verdict);
        var finding = _desk.Check(new Correction.Change(ClaimRef.Of(claim), _desk.FormOf(claim).With("member", "Atlantis"))).Findings[2];
        Assert.Equal(Verdict.Supported, finding.Verdict);
        Assert.Equal("member: Thule → Atlantis", Assert.Single(finding.Claim.Correction!.Differences(finding.Claim, _desk.Evidence)).ToString());
    }

    [Fact]
    public void A_changed_date_gives_the_verdict_of_that_date()
    {
        var claim = _desk.The("Thule");
        var finding = _desk.Check(new Correction.Change(ClaimRef.Of(claim), _desk.FormOf(claim) with { Time = "2005" })).Findings[2];
        Assert.Equal(Verdict.Supported, finding.Verdict);
        Assert.Equal("2005", finding.Claim.Time.Days.ToString());
    }

    [Fact]
    public void A_changed_kind_asks_another_question()
    {
        var claim = _desk.The("Thule");
        var left = Desk.Form(ClaimKind.Membership, "yes", "2012", ("member", "tu"), ("body", "league"), ("change", "left"));
        Assert.Equal(Verdict.Supported, _desk.Check(new Correction.Change(ClaimRef.Of(claim), left)).Findings[2].Verdict);
        var owns = Desk.Form(ClaimKind.OwnershipShare, "more than half", ClaimForm.AsOfArticle, ("owner", "Thule"), ("owner-as", "itself"), ("owned", "Brinewater"));
        var finding = _desk.Check(new Correction.Change(ClaimRef.Of(claim), owns)).Findings[2];
        Assert.Equal((ClaimKind.OwnershipShare, Verdict.Supported), (finding.Claim.Kind, finding.Verdict));
    }

    [Fact]
    public void A_claim_that_was_not_touched_is_as_it_was_read()
    {
        var plain = _desk.Check();
        var corrected = _desk.Check(new Correction.Drop(ClaimRef.Of(_desk.The("Lemuria")), "an example"));
        Assert.Equal(["c1", "c3"], corrected.Findings.Select(finding => finding.Claim.Id));
        Assert.All(corrected.Findings, finding => Assert.Equal(Dump.Of(plain.Findings.Single(one => one.Claim.Id == finding.Claim.Id).Claim), Dump.Of(finding.Claim)));
        Assert.Equal(("c2", "an example"), (Assert.Single(corrected.Dropped).Claim.Id, corrected.Dropped[0].Reason));
    }

    [Fact]
    public void Added_claims_get_numbers_after_the_last_and_none_is_used_twice()
    {
        var form = Desk.Form(ClaimKind.Membership, "yes", ClaimForm.AsOfArticle, ("member", "at"), ("body", "league"));
        var add = new Correction.Add(new FormAt(_desk.At("Abyss"), form));
        var wrong = new Correction.Add(new FormAt(_desk.At("Abyss") with { Quote = "other" }, form));
        var first = _desk.Check(add).Findings.Single(finding => finding.Claim.Correction is not null);
        Assert.Equal(("c4", Verdict.Supported, CorrectionKind.Added), (first.Claim.Id, first.Verdict, first.Claim.Correction!.How));
        var later = _desk.Check(add, new Correction.Drop(ClaimRef.Of(first.Claim), "twice"), wrong, add);
        Assert.Equal("c6", later.Findings.Single(finding => finding.Claim.Correction is not null).Claim.Id);
        Assert.Equal(["c1", "c6", "c2", "c3"], later.Findings.Select(finding => finding.Claim.Id));
    }

    [Fact]
    public void A_split_claim_keeps_its_id_for_the_first_part()
    {
        var claim = _desk.The("Kraken");
        var result = _desk.Check(new Correction.Split(ClaimRef.Of(claim),
        [
            new FormAt(_desk.At("Kraken holds"), Desk.Form(ClaimKind.Control, "yes", ClaimForm.AsOfArticle, ("holder", "kraken"), ("asset", "abyss"), ("sense", "operates"))),
            new FormAt(_desk.At("40 percent of Abyss"), _desk.FormOf(claim)),
        ]));
        Assert.Equal([("c1", Verdict.Supported), ("c4", Verdict.Supported)], result.Findings.Take(2).Select(finding => (finding.Claim.Id, finding.Verdict)));
        Assert.All(result.Findings.Take(2), finding => Assert.Equal("c1", Assert.Single(finding.Claim.Correction!.Before).Id));
    }

    [Fact]
    public void Merged_claims_are_one_with_the_first_id_over_all_their_words()
    {
        var (one, other) = (_desk.The("Lemuria"), _desk.The("Thule"));
        var result = _desk.Check(new Correction.Merge([ClaimRef.Of(one), ClaimRef.Of(other)], Desk.Form(ClaimKind.Agreement, "yes", "2014", ("parties", "lm; tu"), ("about", "alliance"))));
        var merged = result.Findings[1];
        Assert.Equal(("c2", one.Span.Cover(other.Span), Verdict.Supported), (merged.Claim.Id, merged.Claim.Span, merged.Verdict));
        Assert.Equal(("c3", "c2"), (Assert.Single(result.Dropped).Claim.Id, result.Dropped[0].Into));
        Assert.Equal(2, result.Findings.Length);
    }

    [Fact]
    public void Corrections_follow_one_another_and_each_is_known()
    {
        var claim = _desk.The("Kraken");
        var first = _desk.Check(new Correction.Change(ClaimRef.Of(claim), _desk.FormOf(claim).With("owner", "nereid"))).Findings[0].Claim;
        var again = _desk.Check(new Correction.Change(ClaimRef.Of(claim), _desk.FormOf(claim).With("owner", "nereid")), new Correction.Change(ClaimRef.Of(first), _desk.FormOf(first) with { Expects = "25 %" })).Findings[0];
        Assert.Equal(Verdict.Supported, again.Verdict);
        Assert.Equal([0, 1], again.Claim.Correction!.By);
        Assert.Equal("40 percent", Assert.Single(again.Claim.Correction.Before).Expects.Words);
    }

    [Fact]
    public void What_fits_no_longer_is_set_aside_and_changes_nothing()
    {
        var claim = ClaimRef.Of(_desk.The("Kraken"));
        var form = _desk.FormOf(_desk.The("Kraken")) with { Expects = "60 percent" };
        (Correction Correction, Misfit Why)[] misfits =
        [
            (new Correction.Change(claim with { Id = "c9", Kind = ClaimKind.Control }, form), Misfit.ClaimGone),
            (new Correction.Change(claim with { Id = "c2" , At = claim.At with { Quote = "Kraken" } }, form), Misfit.AnotherClaim),
            (new Correction.Change(claim with { Kind = ClaimKind.Control }, form), Misfit.AnotherClaim),
            (new Correction.Change(claim with { About = "owner: nereid, owned: abyss" }, form), Misfit.AnotherClaim),
            (new Correction.Change(claim, form with { Expects = "rather a lot" }), Misfit.FormNotRead),
            (new Correction.Drop(claim, " "), Misfit.NoReason),
            (new Correction.Drop(claim, new string('x', 10_000)), Misfit.NoReason),
            (new Correction.Drop(claim, "two\nlines"), Misfit.NoReason),
            (new Correction.Add(new FormAt(new QuotedSpan(new TextSpan(5, 100_000), "x"), form)), Misfit.OutsideText),
            (new Correction.Add(new FormAt(new QuotedSpan(new TextSpan(3, 3), ""), form)), Misfit.OutsideText),
            (new Correction.Add(new FormAt(_desk.At("Abyss") with { Quote = "Shoal" }, form)), Misfit.OtherWords),
            (new Correction.Split(claim, [new FormAt(claim.At, form)]), Misfit.TooFew),
            (new Correction.Merge([claim, claim], form), Misfit.TooFew),
        ];
        var plain = _desk.Check();
        foreach (var (correction, why) in misfits)
        {
            var result = _desk.Check(correction);
            Assert.Equal(why, Assert.Single(result.SetAside).Why);
            Assert.Equal(plain.Findings.Select(finding => Dump.Of(finding.Claim)), result.Findings.Select(finding => Dump.Of(finding.Claim)));
        }
        var all = _desk.Check([.. misfits.Select(misfit => misfit.Correction)]);
        Assert.Equal(Enumerable.Range(0, misfits.Length), all.SetAside.Select(aside => aside.At));
    }

    [Fact]
    public void A_claim_that_is_counted_otherwise_now_is_found_by_its_words()
    {
        var claim = _desk.The("Thule");
        var result = _desk.Check(new Correction.Drop(ClaimRef.Of(claim) with { Id = "c7" }, "counted otherwise"));
        Assert.Equal("c3", Assert.Single(result.Dropped).Claim.Id);
        // A claim that was dropped is not looked for among others of its words.
        var twice = _desk.Check(new Correction.Drop(ClaimRef.Of(claim), "once"), new Correction.Drop(ClaimRef.Of(claim), "twice"));
        Assert.Equal(Misfit.ClaimGone, Assert.Single(twice.SetAside).Why);
    }

    [Fact]
    public void A_passage_that_a_person_takes_for_a_claim_is_not_listed_as_none()
    {
        var desk = new Desk("Lemuria is a member of the League of Tides. Thule will join the League of Tides next year.");
        var passage = Assert.Single(desk.Check().NotCheckable);
        var result = desk.Check(new Correction.Add(new FormAt(QuotedSpan.Of(desk.Article, passage.Span), Desk.Form(ClaimKind.Membership, "yes", ClaimForm.AsOfArticle, ("member", "at"), ("body", "Tidal Pact")))));
        Assert.Empty(result.NotCheckable);
        Assert.Equal(Verdict.Supported, result.Findings[^1].Verdict);
    }

    [Fact]
    public void Findings_are_made_one_at_a_time_and_are_those_of_the_whole()
    {
        var each = _desk.Assayer.CheckEach(_desk.Article, PartialDate.Parse(Desk.Date), null, []);
        Assert.Equal(3, each.Claims.Length);
        Assert.Equal("c1", each.Findings.First().Claim.Id);
        Assert.Equal(Dump.Of(_desk.Check().Findings.Select(finding => (object)finding.Justification)), Dump.Of(each.Findings.Select(finding => (object)finding.Justification)));
        var whole = new SensitivityAnalysis(_desk.Evidence, RuleFiles.Default).Of(each.Whole());
        var single = new SensitivityAnalysis(_desk.Evidence, RuleFiles.Default);
        foreach (var (finding, expected) in each.Findings.Zip(whole.Findings))
            Assert.Equal(expected.Sensitivity!.Flips.Select(flip => flip.Text), single.Of(finding).Flips.Select(flip => flip.Text));
    }

    [Fact]
    public void The_front_door_and_no_corrections_are_one_way()
    {
        var door = new Assayer(_desk.Evidence, RuleFiles.Default).Check(_desk.Article with { Date = PartialDate.Parse(Desk.Date) });
        Assert.Equal(Dump.Of(door.Findings.Select(finding => (object)finding.Claim)), Dump.Of(_desk.Check().Findings.Select(finding => (object)finding.Claim)));
        Assert.All(door.Findings, finding => Assert.Null(finding.Claim.Correction));
    }
}
