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

    public static IReadOnlyList<ExportFile> Of(ExportScope scope, ExportReport report)
    {
        var home = scope.Pack is { } pack ? new PackHome(scope, pack.Name, report) : null;
        var tables = home is null ? PackTables.Of(scope) : PackTables.Of(home.Statements, home.Sources);
        var written = tables.Tables.ToList();
        var descriptor = DescriptorText.Of(scope.Pack?.Name ?? scope.Name, Title(scope), scope.Pack?.Version ?? FirstVersion, home?.BuildsOn ?? [], written);
        foreach (var table in written) report.Wrote(table.Name, tables.Rows(table).Count);
        return
        [
            new ExportFile(PackFiles.DescriptorName, stream => stream.Write(descriptor)),
            .. written.Select(table => new ExportFile(table.File, stream => tables.WriteCsv(table, stream))),
        ];
    }

    private static string Title(ExportScope scope) => scope.Title.Length > 0 ? scope.Title : scope.Name;

    /// <summary>What is of the pack itself, and which packs have the rest.</summary>
    private sealed class PackHome
    {
        public PackHome(ExportScope scope, string name, ExportReport report)
        {
            Statements = [.. scope.Statements.Where(row => row.Place.Pack == name)];
            // A source has no place: it is of the first pack, in the order in which they build on each other, of which a row cites it.
            var homes = new Dictionary<SourceId, string>();
            foreach (var row in scope.Evidence.Statements)
                foreach (var source in row.Sources) homes.TryAdd(source, row.Place.Pack);
            Sources = [.. scope.CitedSources().Where(source => homes[source.Id] == name)];
            foreach (var source in scope.Evidence.Sources.Where(source => !homes.ContainsKey(source.Id)))
                report.Lost($"sources that no row cites ({source.Id})", null);
            var cited = Statements.SelectMany(row => row.Sources).ToHashSet();
            var others = scope.Statements.Where(row => row.Place.Pack != name).Select(row => row.Place.Pack)
                .Concat(cited.Where(homes.ContainsKey).Select(source => homes[source]).Where(pack => pack != name)).ToHashSet(StringComparer.Ordinal);
            BuildsOn = [.. scope.Evidence.Packs.Select(pack => pack.Name).Where(others.Contains)];
        }

        public IReadOnlyList<Statement> Statements { get; }

        public IReadOnlyList<Source> Sources { get; }

        public IReadOnlyList<string> BuildsOn { get; }
    }
}
