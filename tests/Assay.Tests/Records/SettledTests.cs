using Assay.Answers;
using Assay.Evidence;
using Assay.Formats.Rules;
using Assay.Records;
using Assay.Tests.Answers;
using Xunit;

namespace Assay.Tests.Records;

/// <summary>What the evidence tables call settled comes out of the views.</summary>
public sealed class SettledTests
{
    private static readonly DayRange In2024 = new PartialDate(2024).Days;

    [Theory]
    [InlineData("us", 29.6)]
    [InlineData("kz", 27.2)]
    [InlineData("cn", 11.1)]
    [InlineData("gb", 7.4)]
    [InlineData("it", 7.4)]
    [InlineData("ru", 3.5)]
    public void The_crude_of_2024_belongs_to_whom_the_table_says(string state, double share)
    {
        var table = OwnView.Of(SeedRecord.Evidence, RuleFiles.Default, new("kz"), "crude-oil", OwnedBy.Country, In2024).Tables[0];
        var row = Assert.Single(table.Rows, row => row.Cells[0] is Cell.Named { Id.Value: var id } && id == state);
        Assert.InRange(Percent(row, 2), (decimal)share - 0.05m, (decimal)share + 0.05m);
        Assert.InRange(Percent(row, 2), Percent(row, 1), Percent(row, 3));
    }

    [Fact]
    public void Western_crude_of_2024_is_between_its_bounds_and_the_unknown_part_stands_last()
    {
        var view = OwnView.Of(SeedRecord.Evidence, RuleFiles.Default, new("kz"), "crude-oil", OwnedBy.Country, In2024);
        var west = Assert.Single(view.Tables[1].Rows, row => row.Cells[0] is Cell.Named { Id.Value: "west-core" });
        Assert.InRange(Percent(west, 2), 47.75m, 47.85m);
        Assert.True(Percent(west, 1) <= 47.8m && Percent(west, 3) >= 56m);
        Assert.IsType<Cell.Words>(view.Tables[0].Rows[^1].Cells[0]);
        Assert.True(Percent(view.Tables[0].Rows[^1], 1) <= 8.2m && Percent(view.Tables[0].Rows[^1], 3) >= 8.2m);
    }

    [Fact]
    public void The_members_of_the_treaty_organisation_in_January_2022_are_six_and_the_list_is_whole()
    {
        var view = MembersView.Of(SeedRecord.Evidence, RuleFiles.Default, new("csto"), PartialDate.Parse("2022-01-06").Days);
        var full = view.Tables[0].Rows.Where(row => row.Cells[1] is Cell.Words { Text: "founding member" or "member" }).Select(row => ((Cell.Named)row.Cells[0]).Id.Value);
        Assert.Equal(["am", "by", "kg", "kz", "ru", "tj"], full.Order(StringComparer.Ordinal));
        Assert.Contains(view.Tables[0].Notes, note => note.Contains("is whole", StringComparison.Ordinal));
    }

    [Fact]
    public void The_uranium_companies_of_2023_stand_in_the_order_of_the_list()
    {
        var list = RankView.Of(SeedRecord.Evidence, RuleFiles.Default, "uranium", new PartialDate(2023).Days).Tables[0];
        Assert.Equal(["kazatomprom", "cameco", "rosatom", "orano", "cgn", "navoiyuran", "cnnc", "bhp"], list.Rows.Select(row => ((Cell.Named)row.Cells[1]).Id.Value));
        Assert.Equal([20m, 15, 14, 10, 10, 7, 6, 5], list.Rows.Select(row => ((Cell.Figure)row.Cells[4]).Value.Low));
    }

    [Fact]
    public void Every_proof_of_the_ties_replays()
    {
        var view = TiesView.Of(SeedRecord.Evidence, RuleFiles.Default, new("kz"), new("ru"), PartialDate.Parse("2025-06-17").Days, PartialDate.Parse("2022").Days);
        var proofs = view.Tables.SelectMany(table => table.Rows).Select(row => row.Proof).OfType<ProofStep>().ToList();
        Assert.True(proofs.Count > 10);
        Assert.All(proofs, proof => Assert.Empty(ProofReplay.Check(proof).Problems));
    }

    [Theory]
    [InlineData("kz", "ru")]
    [InlineData("kz", "gb")]
    [InlineData("kz", "cn")]
    [InlineData("us", "cn")]
    public void Exchanging_the_two_gives_the_same_rows(string one, string other)
    {
        Assert.Equal(Rows(one, other), Rows(other, one));

        static List<string> Rows(string one, string other) =>
        [
            .. TiesView.Of(SeedRecord.Evidence, RuleFiles.Default, new(one), new(other), PartialDate.Parse("2025-06-17").Days, PartialDate.Parse("2020").Days).Tables
                .SelectMany(table => table.Rows.Select(row => $"{table.Id}: {row.Holds}: {string.Join(' ', row.Cited.Select(cited => cited.Id.Value).Order(StringComparer.Ordinal))}")).Order(StringComparer.Ordinal),
        ];
    }

    private static decimal Percent(RecordRow row, int at) => ((Cell.Figure)row.Cells[at]).Value.Low;
}
