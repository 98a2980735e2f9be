using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Ownership;
using Assay.Tests.Cli;
using DuckDB.NET.Data;
using Xunit;
using Stake = Assay.Ownership.Stake;

namespace Assay.Tests.Exports;

/// <summary>The SQL of <c>docs/sql</c>, run by DuckDB over exported, partitioned Parquet, gives the answers of the library.</summary>
public sealed class ScaleSqlTests : IDisposable
{
    /// <summary>What is still on its way when the steps end, and so how far a bound may be off.</summary>
    private const double Tolerance = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static IEnumerable<TheoryDataRow<int>> Seeds() => Enumerable.Range(0, 12).Select(seed => new TheoryDataRow<int>(seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_graphs_with_circles_and_ranges(int seed)
    {
        var random = new Random(seed);
        const int Count = 9;
        var stakes = new List<(int Owner, int Asset, int Low, int High)>();
        for (var asset = 2; asset < Count; asset++)
        {
            var left = 95;
            foreach (var owner in Enumerable.Range(0, Count).Where(owner => owner != asset).OrderBy(_ => random.Next()).Take(1 + random.Next(3)))
            {
                var low = 1 + random.Next(Math.Max(1, left - 1));
                if (low > left) break;
                left -= low;
                stakes.Add((owner, asset, low, Math.Min(100, low + (random.Next(2) * random.Next(10)))));
            }
        }
        Compare(Count, stakes);
    }

    [Fact]
    public void A_diamond_adds_up() => Compare(4, [(0, 1, 50, 50), (0, 2, 50, 50), (1, 3, 40, 40), (2, 3, 20, 20)]);

    [Fact]
    public void Cross_holdings_pass_round() => Compare(4, [(0, 2, 60, 60), (3, 2, 40, 40), (1, 3, 70, 70), (2, 3, 20, 20)]);

    [Fact]
    public void Joint_majorities_control() => Compare(5, [(0, 1, 60, 60), (0, 2, 60, 60), (1, 3, 26, 26), (2, 3, 26, 26), (3, 4, 51, 51)]);

    [Fact]
    public void A_range_counts_with_its_least() => Compare(3, [(0, 1, 40, 60), (1, 2, 51, 70)]);

    // Parts that add up, or one fact told twice, or told anew: of what was imported the least is sure.
    [Theory]
    [InlineData(false, 0.6, 0.6, true)]
    [InlineData(true, 0.3, 0.6, false)]
    public void Rows_of_one_pair_that_overlap_add_up_only_where_people_made_them(bool isImported, double low, double high, bool controls)
    {
        using var lake = Lake([ExportedRecord.Entity("n0", "N"), ExportedRecord.Entity("n1", "M"), .. new[] { "2015", "2018" }.Select(from => From(isImported, ExportedRecord.Stake("n0", "n1", 30, 30, from)))]);
        Run(lake, "stakes");
        Assert.Equal([("capital", low, high)], Query(lake, "SELECT interest, low, high FROM stakes_of_day").Select(row => ((string)row[0], Math.Round((double)row[1], 9), Math.Round((double)row[2], 9))));
        Assert.Equal(low, (double)Query(lake, "SELECT low FROM capital").Single()[0], 9);
        Run(lake, "control-start");
        Run(lake, "control-step");
        Assert.Equal(controls ? 1 : 0, Query(lake, "SELECT * FROM control").Count);
    }

    [Theory]
    [InlineData(false, 0.5, 0.5)]
    [InlineData(true, 0, 0)]
    public void What_is_more_than_the_whole_is_nobodys_for_sure_where_it_was_imported(bool isImported, double one, double other)
    {
        using var lake = Lake([.. Enumerable.Range(0, 3).Select(i => ExportedRecord.Entity(Name(i), Name(i))), From(isImported, ExportedRecord.Stake("n0", "n2", 60, 60)), From(isImported, ExportedRecord.Stake("n1", "n2", 60, 60))]);
        Run(lake, "stakes");
        Assert.Equal([one, other], Query(lake, "SELECT low FROM capital ORDER BY owner").Select(row => Math.Round((double)row[0], 9)));
        Run(lake, "control-start");
        Run(lake, "control-step");
        Assert.Equal(isImported ? 0 : 2, Query(lake, "SELECT * FROM control").Count);
    }

    private static Assay.Evidence.Stake From(bool isImported, Assay.Evidence.Stake row) => row with { Place = row.Place with { IsImported = isImported } };

    private void Compare(int count, List<(int Owner, int Asset, int Low, int High)> stakes)
    {
        var graph = OwnershipGraph.Build(count, [.. stakes.Select(s => new Stake(s.Owner, s.Asset, s.Low / 100.0, s.High / 100.0))]);
        var terminal = new bool[count];
        graph.MarkUnowned(terminal);
        using var lake = Lake(count, stakes);
        Run(lake, "stakes");
        Execute(lake, "CREATE TABLE asked AS SELECT DISTINCT asset FROM capital");
        Run(lake, "ownership-start");
        for (var steps = 0; Rest(lake) >= Tolerance / 10; steps++)
        {
            Assert.True(steps < 2000, "The flow does not end.");
            Run(lake, "ownership-step");
        }
        Run(lake, "ownership-answer");
        var found = Query(lake, "SELECT asset, owner, least, greatest FROM integrated_ownership").ToDictionary(row => ((string)row[0], (string)row[1]), row => ((double)row[2], (double)row[3]));
        var solver = OwnershipSolver.Prepare(graph, terminal);
        for (var owner = 0; owner < count; owner++)
        {
            if (!terminal[owner]) continue;
            var group = new bool[count];
            group[owner] = true;
            var shares = solver.FindGroupShares(group);
            foreach (var asset in stakes.Select(s => s.Asset).Distinct())
            {
                if (!found.TryGetValue((Name(asset), Name(owner)), out var answer))
                {
                    Assert.InRange(shares[asset].Low, 0, Tolerance);
                    continue;
                }
                Assert.InRange(answer.Item1, shares[asset].Low - Tolerance, shares[asset].Low + Tolerance);
                Assert.InRange(answer.Item2, shares[asset].High - Tolerance, shares[asset].High + Tolerance);
            }
        }
        Run(lake, "control-start");
        for (long before = -1, now = 0; now != before; now = (long)Query(lake, "SELECT count(*) FROM control").Single()[0])
        {
            before = now;
            Run(lake, "control-step");
            Assert.True(now <= (long)count * count);
        }
        var map = ControlMap.Prepare(graph, terminal);
        var expected = Enumerable.Range(0, count).SelectMany(controller => map.FindControlled(controller).Select(entity => (Name(controller), Name(entity)))).Order();
        Assert.Equal(expected, Query(lake, "SELECT controller, entity FROM control").Select(row => ((string)row[0], (string)row[1])).Order());
    }

    private DuckDBConnection Lake(int count, List<(int Owner, int Asset, int Low, int High)> stakes) => Lake([.. Enumerable.Range(0, count).Select(i => ExportedRecord.Entity(Name(i), Name(i), i % 2 == 0 ? EntityKind.Company : EntityKind.Fund)),
            .. stakes.Select((s, i) => ExportedRecord.Stake(Name(s.Owner), Name(s.Asset), s.Low, s.High, (2000 + (i % 3)).ToString(CultureInfo.InvariantCulture))), ExportedRecord.Stake(Name(0), Name(count - 1), 90, 90, "1990", "1995")]);

    private DuckDBConnection Lake(IEnumerable<Statement> rows)
    {
        var evidence = ExportedRecord.Of(rows);
        PartitionKey[] keys = [PartitionKey.All.Single(key => key.Name == "kind"), PartitionKey.All.Single(key => key.Name == "year")];
        ExportedRecord.Write(ExportFormat.Find("parquet")!.Files(ExportedRecord.Scope(evidence), new ExportReport(), keys), _folder["lake"]);
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    private void Run(DuckDBConnection lake, string file)
    {
        var text = File.ReadAllText(Checkout.PathOf("docs", "sql", file + ".sql")).Replace("${lake}", _folder["lake"], StringComparison.Ordinal).Replace("${day}", "2024-06-30", StringComparison.Ordinal);
        foreach (var statement in string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Execute(lake, statement);
    }

    private static double Rest(DuckDBConnection lake)
    {
        using var command = lake.CreateCommand();
        command.CommandText = File.ReadAllText(Checkout.PathOf("docs", "sql", "ownership-rest.sql"));
        return Convert.ToDouble(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(DuckDBConnection lake, string statement)
    {
        using var command = lake.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static List<object[]> Query(DuckDBConnection lake, string query)
    {
        using var command = lake.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var cells = new object[reader.FieldCount];
            reader.GetValues(cells);
            rows.Add(cells);
        }
        return rows;
    }

    private static string Name(int entity) => string.Create(CultureInfo.InvariantCulture, $"n{entity}");
}
