using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Ownership;

public sealed class ColumnTests
{
    private static readonly OwnershipGraph Graph = OwnershipGraph.Build(
        4, [new(0, 2, 0.5, 0.6), new(1, 2, 0.25), new(2, 3, 0.75), new(2, 3, 0.125)], [false, false, true, false]);

    [Fact]
    public void A_graph_from_its_own_columns_answers_alike()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            SmallGraph small = SmallGraph.Random(seed, cycles: true, ranges: true, complete: true, count: 7);
            OwnershipGraph first = small.Build();
            OwnershipGraph again = OwnershipGraph.FromColumns(first.Columns, first.Overfull);
            var before = new ShareInterval[small.Count];
            var after = new ShareInterval[small.Count];
            OwnershipSolver.Prepare(first, small.Terminal).FindGroupShares(small.Group, before);
            OwnershipSolver.Prepare(again, small.Terminal).FindGroupShares(small.Group, after);
            Assert.Equal(before, after);
        }
    }

    public static TheoryData<string> Damages() =>
        ["no starts", "starts at 1", "starts fall", "ends beyond", "owner beyond", "owner negative", "owner twice", "share negative", "share no number",
            "sum above 1", "range reversed", "range infinite", "too few shares", "too few marks", "none parallel", "overfull below 1"];

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damaged_columns_are_refused(string damage)
    {
        OwnershipColumns good = Graph.Columns;
        OverfullAsset[] overfull = damage == "overfull below 1" ? [new(2, 0.5)] : [];
        OwnershipColumns bad = damage switch
        {
            "no starts" => good with { Starts = default },
            "starts at 1" => good with { Starts = (int[])[1, 1, 1, 2, 3] },
            "starts fall" => good with { Starts = (int[])[0, 2, 1, 2, 3] },
            "ends beyond" => good with { Starts = (int[])[0, 0, 0, 2, 4] },
            "owner beyond" => good with { Owners = (int[])[0, 4, 2] },
            "owner negative" => good with { Owners = (int[])[-1, 1, 2] },
            "owner twice" => good with { Owners = (int[])[1, 1, 2] },
            "share negative" => good with { Low = (double[])[-0.1, 0.25, 0.75] },
            "share no number" => good with { Low = (double[])[double.NaN, 0.25, 0.75] },
            "sum above 1" => good with { Low = (double[])[0.8, 0.25, 0.75] },
            "range reversed" => good with { High = (double[])[0.4, 0.25, 0.875] },
            "range infinite" => good with { High = (double[])[double.PositiveInfinity, 0.25, 0.875] },
            "too few shares" => good with { Low = good.Low[1..] },
            "too few marks" => good with { Complete = good.Complete[1..] },
            "none parallel" => good with { MostParallel = 0 },
            _ => good,
        };
        Assert.Throws<ArgumentException>(() => OwnershipGraph.FromColumns(bad, [.. overfull]));
    }

    [Fact]
    public void Stakes_of_one_owner_in_one_asset_are_one_in_the_columns()
    {
        Assert.Equal([0, 0, 0, 2, 3], Graph.Columns.Starts.ToArray());
        Assert.Equal([0, 1, 2], Graph.Columns.Owners.ToArray());
        Assert.Equal([0.5, 0.25, 0.875], Graph.Columns.Low.ToArray());
        Assert.Equal([0.6, 0.25, 0.875], Graph.Columns.High.ToArray());
        Assert.Equal(2, Graph.Columns.MostParallel);
    }
}
