using System.Globalization;
using Assay.Ownership;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>What the ownership library's own README shows works as it stands there.</summary>
public sealed class OwnershipReadmeTests
{
    [Fact]
    public void The_ten_lines_of_the_readme_are_the_ten_lines_that_run_here()
    {
        var readme = File.ReadAllText(Checkout.PathOf("src", "Assay.Ownership", "README.md"));
        var shown = readme.Split("```csharp\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var here = File.ReadAllLines(Checkout.PathOf("tests", "Assay.Tests", "Guards", "OwnershipReadmeTests.cs")).Select(line => line.Trim()).ToHashSet();
        Assert.Equal(10, shown.Length);
        foreach (var line in shown) Assert.Contains(line.Trim(), here);
        var said = Run();
        Assert.Contains("0 holds 65.22, 1 holds 30.43, unknown 4.35", said, StringComparison.Ordinal);
        foreach (var figure in (string[])["65.22", "30.43", "4.35"]) Assert.Contains(figure, readme, StringComparison.Ordinal);
    }

    private static string Run()
    {
        using var Console = new StringWriter(CultureInfo.InvariantCulture);
        Stake[] stakes = [new(owner: 0, asset: 2, share: 0.6), new(owner: 3, asset: 2, share: 0.4), new(owner: 1, asset: 3, share: 0.7), new(owner: 2, asset: 3, share: 0.2)];
        OwnershipGraph graph = OwnershipGraph.Build(entityCount: 4, stakes);
        bool[] terminal = new bool[graph.EntityCount];
        graph.MarkUnowned(terminal);
        OwnershipSolver solver = OwnershipSolver.Prepare(graph, terminal);
        Amounts amounts = solver.NewAmounts();
        amounts[2] = 100;
        solver.FindHeld(amounts, amounts);
        HeldTotals totals = solver.Total(amounts);
        Console.WriteLine($"0 holds {amounts[0]:F2}, 1 holds {amounts[1]:F2}, unknown {totals.Unknown:F2}, error at most {totals.Error:E1}");
        return Console.ToString();
    }
}
