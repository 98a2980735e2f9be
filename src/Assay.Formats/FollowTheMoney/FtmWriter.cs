using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Exports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// Writes rows of the record as entities of FollowTheMoney, one JSON object a line: first who and what, then the links between them. Every id is made of
/// the record's own, or is the one that the entity had when it came from there, so that the same rows give the same file.
/// </summary>
internal static class FtmWriter
{
    /// <summary>Writes a scope.</summary>
    /// <param name="scope">What is written.</param>
    /// <param name="output">Where to.</param>
    /// <param name="report">Told of what was written, and of what the format has no place for.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(ExportScope scope, Stream output, ExportReport report)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var model = FtmModel.Embedded;
        var sources = new FtmDatasets(scope, report);
        var entities = new FtmEntities(scope, model, sources, report);
        var links = new FtmLinksOut(model, entities, sources, report);
        var held = scope.Statements.OfType<Stake>().Select(stake => stake.Asset).ToHashSet();
        entities.Choose(held);
        foreach (var statement in scope.Statements) links.Add(statement);

        // What other rows only name as a country needs no entity of its own.
        var written = entities.Objects(links.Used);
        foreach (var one in written) one.WriteTo(output);
        foreach (var one in links.Objects) one.WriteTo(output);
        report.Wrote("entities", written.Length + links.Objects.Count(link => link.Schema.Kind == FtmKind.Position));
        report.Wrote("links", links.Objects.Count(link => link.Schema.Kind != FtmKind.Position));
    }
}

/// <summary>The sources of rows as data sets: by the names that they had there, else by their ids.</summary>
internal sealed class FtmDatasets
{
    private readonly Dictionary<SourceId, (string Name, Source? Source)> _known = [];

    public FtmDatasets(ExportScope scope, ExportReport report)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in scope.CitedSources())
        {
            var isTheirs = source.Title.StartsWith(FtmSources.Title, StringComparison.Ordinal) && source.Title.EndsWith(']');
            var name = isTheirs ? source.Title[FtmSources.Title.Length..^1] : string.Concat(source.Id.Value.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'));
            while (!taken.Add(name)) name += "_";
            _known[source.Id] = (name, source);
            if (!isTheirs) report.Lost("titles, dates and kinds of sources: a data set has a name", null);
        }
    }

    /// <summary>Puts the sources of a row to what is written of it.</summary>
    public void Put(FtmObject one, ImmutableArray<SourceId> sources)
    {
        foreach (var id in sources)
        {
            if (!_known.TryGetValue(id, out var known)) continue;
            one.Datasets.Add(known.Name);
            one.With("sourceUrl", known.Source?.Url);
        }
    }
}
