using Assay.Evidence;
using Assay.Formats.Packs;
using Sylvan.Data.Csv;
using Xunit;

namespace Assay.Tests.Packs;

/// <summary>Nothing that was researched is lost. Passes where the researched tables are not at hand.</summary>
public sealed class SharedEvidenceTests
{
    /// <summary>What the packs hold less or more of than the tables they were made from, and why.</summary>
    private static readonly Dictionary<string, int> s_differences = new()
    {
        ["entities"] = +1, // the British Virgin Islands, the seat of a firm, were missing
        ["measures"] = -1, // one figure of uranium output for 2020 was given twice
        ["sources"] = -4,  // cited by no row
    };

    /// <summary>The packs that were made from those tables; later ones were made by themselves.</summary>
    private static readonly string[] s_made = ["world", "kazakhstan"];

    [Fact]
    public void Every_researched_row_is_in_a_pack()
    {
        if (Repository.SharedEvidence is not { } shared) return;
        foreach (var table in TableFormat.All)
        {
            var researched = Directory.GetDirectories(shared).Sum(d => Rows(Path.Combine(d, table.File)).Count());
            var ours = s_made.Sum(pack => Rows(Path.Combine(Repository.Root, "packs", pack, table.File)).Count());
            Assert.True(researched + s_differences.GetValueOrDefault(table.Name) == ours, $"{table.Name}: {researched} researched, {ours} in the packs");
        }
    }

    [Fact]
    public void Every_researched_row_is_in_a_pack_as_it_was()
    {
        if (Repository.SharedEvidence is not { } shared) return;
        var ours = Directory.GetDirectories(Path.Combine(Repository.Root, "packs")).SelectMany(AllRows).ToHashSet();
        var changed = Directory.GetDirectories(shared).SelectMany(AllRows).Where(r => !ours.Contains(r)).Select(r => r.Split('\u001F')[1]).Order(StringComparer.Ordinal);
        // Sources added, a cell mended, a row merged, or dropped because nothing cites it. Other names may have been added: see below.
        Assert.Equal(
            [
                "atyrau-samara", "citic-resources", "cnpc", "cnpc", "eurasianstar-2025-jp", "je", "kazatomprom", "kazmunaygas", "kz", "kz", "menafn-2023-c5", "oman-oil", "orano", "partex", "ru-6", "s-parkiet-2007", "sinopec", "state-us-kz-esp", "tengiz-1993",
                "world",
            ],
            changed);
    }

    [Fact]
    public void Every_researched_name_is_kept()
    {
        if (Repository.SharedEvidence is not { } shared) return;
        var ours = Directory.GetDirectories(Path.Combine(Repository.Root, "packs")).SelectMany(Names).ToHashSet();
        // "Congo" is the name of two states.
        Assert.Equal(["cg Congo"], Directory.GetDirectories(shared).SelectMany(Names).Where(name => !ours.Contains(name)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> AllRows(string folder) =>
        TableFormat.All.SelectMany(t => Rows(Path.Combine(folder, t.File)).Select(r => t.Name + '\u001F' + string.Join('\u001F', r.Where((_, column) => t.Name != "entities" || column != AliasColumn).Select(c => c.Trim()))));

    private static IEnumerable<string> Names(string folder) =>
        Rows(Path.Combine(folder, "entities.csv")).SelectMany(row => row[AliasColumn].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => $"{row[0]} {name}"));

    private const int AliasColumn = 3;

    private static IEnumerable<string[]> Rows(string file)
    {
        if (!File.Exists(file)) yield break;
        using var csv = CsvDataReader.Create(file);
        while (csv.Read()) yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
    }
}
