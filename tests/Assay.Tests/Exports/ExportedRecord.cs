using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs.Writing;

namespace Assay.Tests.Exports;

/// <summary>Small records that are exported, and what tests say of them.</summary>
internal static class ExportedRecord
{
    /// <summary>The rows of a record with their cells, in an order that files do not change.</summary>
    /// <param name="evidence">The record.</param>
    /// <param name="told">How a cell is told; as it is unless given.</param>
    public static IReadOnlyList<string> Rows(EvidenceSnapshot evidence, Func<string, string>? told = null) =>
        [.. evidence.Statements.Select(row => $"{row.Id}: {string.Join(" ¦ ", StatementCells.Of(row).Cells.Select(cell => told?.Invoke(cell) ?? cell))}").Order(StringComparer.Ordinal)];

    /// <summary>The sources that rows cite, with their cells.</summary>
    public static IReadOnlyList<string> Sources(EvidenceSnapshot evidence) =>
        [.. evidence.Sources.Where(source => evidence.Statements.Any(row => row.Sources.Contains(source.Id))).Select(source => string.Join(" ¦ ", StatementCells.Of(source))).Order(StringComparer.Ordinal)];

    /// <summary>Writes the files of an export into a folder.</summary>
    public static void Write(IEnumerable<ExportFile> files, string folder)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = new FileStream(path, FileMode.CreateNew);
            file.Write(stream);
        }
    }

    public static Entity Entity(string id, string name, EntityKind kind = EntityKind.Company, string? country = null) => new()
    {
        Id = new StatementId($"entities/{id}"), EntityId = new EntityId(id), Kind = kind, Name = name, Country = country is null ? null : new EntityId(country), Sources = [new SourceId("s")], Place = new RowPlace("p", "entities.csv", 2),
    };

    public static Assay.Evidence.Stake Stake(string owner, string asset, decimal low, decimal high, string from = "2020", string? to = null) => new()
    {
        Id = new StatementId($"stakes/{owner}/{asset}/{from}"), Owner = new EntityId(owner), Asset = new EntityId(asset), Share = new Bounds(low, high), Central = low == high ? low : null, Interest = Interest.Shares,
        StakeStatus = RowStatus.Reported, Validity = new Validity(PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to), null), Sources = [new SourceId("s")], Place = new RowPlace("p", "stakes.csv", 2),
    };

    public static EvidenceSnapshot Of(params IEnumerable<Statement> rows) =>
        new([new PackVersion("p", "P", "1", "0")], rows, [new Source(new SourceId("s"), "Publisher", "Title", null) { Kind = "primary" }]);

    public static ExportScope Scope(EvidenceSnapshot evidence) => new(evidence, evidence.Statements) { Name = "x", Title = "X" };

    public static ImmutableArray<byte> Written(string format, ExportScope scope, ExportReport report)
    {
        using var stream = new MemoryStream();
        ExportFormat.Find(format)!.Write(scope, stream, report);
        return [.. stream.ToArray()];
    }
}
