using System.Text;
using Assay.Formats;
using Assay.Formats.Graphs;
using CsCheck;
using Xunit;

namespace Assay.Tests.Graphs;

/// <summary>Into which blocks a file is cut, and how many threads read them, changes nothing.</summary>
public sealed class BlockTests
{
    private static readonly Gen<string> Id = Gen.String[Gen.Char["ab,\"\n\ré"], 1, 5].Where(id => id[0] != '\uFEFF');

    private static readonly Gen<(string Owner, string Asset, int Share)[]> Rows = Gen.Select(Id, Id, Gen.Int[0, 5]).Array[0, 60];

    [Fact]
    public void A_file_gives_the_same_in_blocks_of_any_size_with_any_threads() => Gen.Select(Rows, Gen.Int[1, 90], Gen.Int[1, 4]).Sample((rows, size, threads) =>
    {
        using var folder = GraphFolder.Of(Csv(rows));
        var (ids, builder, _) = StakesFile.Read(folder["stakes.csv"], new GraphReading(default, null, default) { BlockSize = size, Threads = threads }, null);
        var expected = rows.SelectMany(row => new[] { row.Owner, row.Asset }).Distinct().ToList();
        Assert.Equal(expected, Enumerable.Range(0, ids.Count).Select(ids.Text));
        var graph = builder.Build(ids.Count);
        foreach (var pair in rows.GroupBy(row => (row.Owner, row.Asset)))
        {
            var (owner, asset) = (expected.IndexOf(pair.Key.Owner), expected.IndexOf(pair.Key.Asset));
            var slot = graph.OwnersOf(asset).IndexOf(owner);
            Assert.Equal(pair.Sum(row => row.Share) / 1000.0, graph.LowSharesOf(asset)[slot], 12);
        }
    }, iter: 300);

    [Fact]
    public void Blocks_put_together_are_the_file() => Gen.Select(Gen.String[Gen.Char["a,\"\r\n"], 0, 200], Gen.Int[1, 50]).Sample((text, size) =>
    {
        using var blocks = new CsvBlocks(new MemoryStream(Encoding.UTF8.GetBytes(text)), size);
        var together = new StringBuilder();
        while (blocks.Next() is { } block)
        {
            using (block)
            {
                together.Append(Encoding.UTF8.GetString(block.Bytes));
                // Every cut but the last has an even number of quotes before it, just after the end of a line.
                if (together.Length < text.Length)
                {
                    Assert.Equal('\n', together[^1]);
                    Assert.Equal(0, together.ToString().Count(c => c == '"') % 2);
                }
            }
        }
        Assert.Equal(text, together.ToString());
    });

    [Fact]
    public void A_row_without_end_is_refused()
    {
        using var folder = GraphFolder.Of("owner,asset,share\n\"" + new string('x', CsvBlocks.LongestRecord + 2 * CsvBlocks.UsualSize));
        Assert.Contains(folder.Problems(), problem => problem.Contains("long-row", StringComparison.Ordinal) || problem.Contains("bad-quote", StringComparison.Ordinal));
    }

    private static string Csv((string Owner, string Asset, int Share)[] rows)
    {
        var text = new StringBuilder("owner,asset,share\n");
        foreach (var (owner, asset, share) in rows) text.Append(Cell(owner)).Append(',').Append(Cell(asset)).Append(",0.00").Append(share).Append('\n');
        return text.ToString();
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
