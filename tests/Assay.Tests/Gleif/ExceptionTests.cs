using Assay.Formats.Gleif;
using Xunit;

namespace Assay.Tests.Gleif;

/// <summary>What becomes of reporting exceptions.</summary>
public sealed class ExceptionTests
{
    [Theory]
    [InlineData("NO_KNOWN_PERSON", "none")]
    [InlineData("NATURAL_PERSONS", "none")]
    [InlineData("NON_CONSOLIDATING", "maybe")]
    [InlineData("NO_LEI", "maybe")]
    [InlineData("NON_PUBLIC", "hidden")]
    [InlineData("BINDING_LEGAL_COMMITMENTS", "hidden")]
    [InlineData("LEGAL_OBSTACLES", "hidden")]
    [InlineData("CONSENT_NOT_OBTAINED", "hidden")]
    [InlineData("DISCLOSURE_DETRIMENTAL", "hidden")]
    [InlineData("DETRIMENT_NOT_EXCLUDED", "hidden")]
    public void A_reason_says_that_there_is_no_parent_or_may_be_or_is_one_kept_back(string reason, string says)
    {
        var run = GleifRun.Of($"{GleifText.ExceptionHeader}\n{GleifText.Child},ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT,{reason},,\n");
        var row = Assert.Single(run.Table("exceptions"), row => row["about"] == "ultimate-parent");
        Assert.Equal((says, reason.ToLowerInvariant().Replace('_', '-')), (row["says"], row["reason"]));
        Assert.Equal("lei-" + GleifText.Child.ToLowerInvariant(), row["subject"]);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void Each_reason_of_the_table_is_known_and_has_a_meaning_that_was_tested() =>
        Assert.Equal(10, ExceptionReasons.All.Count);

    [Fact]
    public void Natural_persons_are_no_parent_but_there_are_owners_who_are_not_named()
    {
        var run = GleifRun.Of($"""
            {GleifText.ExceptionHeader}
            {GleifText.Child},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NATURAL_PERSONS,,
            {GleifText.Child},ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT,NATURAL_PERSONS,,
            """);
        Assert.Equal(["direct-parent none", "owners maybe", "ultimate-parent none"], run.Table("exceptions").Select(row => $"{row["about"]} {row["says"]}"));
    }

    [Fact]
    public void Every_reason_is_a_row_and_the_reference_its_note()
    {
        var run = GleifRun.Of($"{GleifText.ExceptionHeader}\n{GleifText.Child},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,LEGAL_OBSTACLES,NO_LEI,Law 17\n");
        Assert.Equal(["legal-obstacles Law 17", "no-lei Law 17"], run.Table("exceptions").Select(row => $"{row["reason"]} {row["note"]}"));
    }

    [Theory]
    [InlineData("DIRECT_ACCOUNTING_CONSOLIDATION_PARENT", "SHYNESS")]
    [InlineData("SECOND_COUSIN", "NO_LEI")]
    public void Words_that_the_standard_does_not_have_are_reported(string category, string reason)
    {
        var run = GleifRun.Of($"{GleifText.ExceptionHeader}\n{GleifText.Child},{category},{reason},,\n");
        Assert.Empty(run.Rows);
        Assert.Equal("unknown-word", Assert.Single(run.Problems).Code);
    }

    [Fact]
    public void An_exception_without_a_reason_is_reported() =>
        Assert.Equal("no-reason", Assert.Single(GleifRun.Of($"{GleifText.ExceptionHeader}\n{GleifText.Child},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,,,\n").Problems).Code);

    [Fact]
    public void The_day_of_a_golden_copy_is_in_its_name()
    {
        var run = GleifRun.Of($"{GleifText.ExceptionHeader}\n{GleifText.Child},DIRECT_ACCOUNTING_CONSOLIDATION_PARENT,NO_LEI,,\n", "copies/20230605-0800-gleif-goldencopy-repex-golden-copy.csv");
        Assert.Equal("2023-06-05", Assert.Single(run.Column("exceptions", "seen")));
    }
}
