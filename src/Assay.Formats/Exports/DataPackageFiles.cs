using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Exports;

/// <summary>
/// Writes a Frictionless Data Package in the pack format, which reads back as the same rows. A pack stays one that builds on others; any other selection
/// stands for itself, with all that it names.
/// </summary>
internal static class DataPackageFiles
{
    private const string FirstVersion = "0.1.0";

    /// <summary>What a selection with imported rows is said to be imported from.</summary>
    private const string Several = "packs";

    public static IReadOnlyList<ExportFile> Of(ExportScope scope, ExportReport report)
    {
        var home = scope.Pack is { } pack ? new PackHome(scope, pack, report) : null;
        var tables = home is null ? PackTables.Of(scope) : PackTables.Of(home.Statements, home.Sources);
        var written = tables.Tables.ToList();
        var descriptor = DescriptorText.Of(scope.Pack?.Name ?? scope.Name, Title(scope), scope.Pack?.Version ?? FirstVersion, home?.BuildsOn ?? [], written, Imported(scope));
        foreach (var table in written) report.Wrote(table.Name, tables.Rows(table).Count);
        return
        [
            new ExportFile(PackFiles.DescriptorName, stream => stream.Write(descriptor)),
            .. written.Select(table => new ExportFile(table.File, stream => tables.WriteCsv(table, stream))),
        ];
    }

    private static string Title(ExportScope scope) => scope.Title.Length > 0 ? scope.Title : scope.Name;

    // What was imported is read with more doubt, and stays so.
    private static string Imported(ExportScope scope) => scope.Pack?.Imported ?? (scope.Statements.Any(row => row.Place.IsImported) ? Several : "");

    /// <summary>What is of the pack itself, and which packs have the rest.</summary>
    private sealed class PackHome
    {
        public PackHome(ExportScope scope, PackVersion pack, ExportReport report)
        {
            var name = pack.Name;
            Statements = [.. scope.Statements.Where(row => row.Place.Pack == name)];
            // A source has no place: it is of the first pack, in the order in which they build on each other, of which a row cites it.
            var homes = new Dictionary<SourceId, string>();
            foreach (var row in scope.Evidence.Statements)
                foreach (var source in row.Sources) homes.TryAdd(source, row.Place.Pack);
            var cited = Statements.SelectMany(row => row.Sources).ToHashSet();
            Sources = [.. scope.CitedSources().Where(source => cited.Contains(source.Id) && HomeOf(source) == name)];
            foreach (var source in scope.Evidence.Sources.Where(source => !homes.ContainsKey(source.Id)))
                report.Lost($"sources that no row cites ({source.Id})", null);
            var others = scope.Statements.Where(row => row.Place.Pack != name).Select(row => row.Place.Pack)
                .Concat(scope.CitedSources().Where(source => cited.Contains(source.Id)).Select(HomeOf).OfType<string>().Where(home => home != name)).ToHashSet(StringComparer.Ordinal);
            BuildsOn = [.. scope.Evidence.Packs.Select(known => known.Name).Where(others.Contains)];

            // An imported pack has sources of its own, of which other packs may have the ids too.
            string? HomeOf(Source source) => pack.Imported.Length > 0 ? name : homes.GetValueOrDefault(source.Id);
        }

        public IReadOnlyList<Statement> Statements { get; }

        public IReadOnlyList<Source> Sources { get; }

        public IReadOnlyList<string> BuildsOn { get; }
    }
}
