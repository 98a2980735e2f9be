using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Exports;

/// <summary>
/// Rows of several packs as those of one: imported packs may have ids that others have too, and tell what others tell. One thing gets one description, a fact
/// that packs tell alike one row, each source one id. Whatever differs stays, or is told as lost.
/// </summary>
/// <param name="scope">The rows as they are told.</param>
/// <param name="report">Where it is told what a description loses.</param>
internal sealed class PacksAsOne(ExportScope scope, ExportReport report)
{
    /// <summary>The rows merged; the same where no imported pack is among them.</summary>
    public ExportScope Merged()
    {
        if (!scope.Statements.Any(row => row.Place.IsImported)) return scope;
        var sources = SourceIds();
        var rows = new List<Statement>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var entities = scope.Statements.OfType<Entity>().GroupBy(entity => entity.EntityId).ToDictionary(group => group.Key, group => group.ToList());
        var packs = new HashSet<(int At, string Pack)>();
        foreach (var told in scope.Statements)
        {
            var row = told with { Sources = [.. told.Sources.Select(source => sources[source]).Distinct()] };
            if (row is Entity { EntityId: var id })
            {
                if (entities.Remove(id, out var all)) rows.Add(Whole(all, sources));
                continue;
            }
            var (key, isOwn) = KeyOf(row);
            // Two rows of one pack are two, and packs made by hand know each other.
            if (places.TryGetValue(key, out var at) && (isOwn || (packs.Add((at, row.Place.Pack)) && (row.Place.IsImported || rows[at].Place.IsImported))))
            {
                if (isOwn && !AreAlike(rows[at], row)) report.Lost($"{TableOf(row)} that another pack describes otherwise, of which the first counts", told.Id);
                rows[at] = rows[at] with { Sources = [.. rows[at].Sources.Union(row.Sources)], Note = Notes([rows[at], row]) };
                continue;
            }
            if (places.TryAdd(key, rows.Count)) packs.Add((rows.Count, row.Place.Pack));
            rows.Add(row);
        }
        return scope with { Statements = [.. rows], Renamed = [.. scope.Evidence.Sources.Where(source => sources.ContainsKey(source.Id)).Select(source => source with { Id = sources[source.Id] }).DistinctBy(source => source.Id)] };
    }

    // As the record reads it: the first that knows more than the id counts, with the names and identifiers of all.
    private Entity Whole(List<Entity> all, Dictionary<SourceId, SourceId> sources)
    {
        Entity[] told = [.. all.OrderBy(entity => entity.IsBare).Select(entity => entity with { Sources = [.. entity.Sources.Select(source => sources[source]).Distinct()] })];
        if (told is [var only]) return only;
        var more = told.Skip(1).Where(other => !other.IsBare && !told[0].Contradicts(other)).ToList();
        var one = EntityLinks.With(told[0], more) with
        {
            Country = told.Select(entity => entity.Country).FirstOrDefault(country => country is not null),
            Note = Notes([told[0], .. more]),
        };
        foreach (var other in told.Skip(1).Where(other => !other.IsBare))
        {
            if (!more.Contains(other)) report.Lost("descriptions as something of quite another kind", other.Id);
            else if (other.Kind != one.Kind) report.Lost("kinds of entities that another pack tells otherwise", other.Id);
            if (other.Country is { } country && country != one.Country) report.Lost("countries of entities that another pack tells otherwise", other.Id);
            if (other.Parent is { } parent && parent != one.Parent) report.Lost("entities above others, of which another pack tells otherwise", other.Id);
        }
        return one;
    }

    // The rows of the pack itself keep the ids of their sources; sources that are alike are one.
    private Dictionary<SourceId, SourceId> SourceIds()
    {
        var known = scope.Evidence.Sources.GroupBy(source => source.Id).ToDictionary(group => group.Key, group => group.First());
        var taken = new Dictionary<SourceId, Source?>();
        var named = new Dictionary<SourceId, SourceId>();
        foreach (var id in scope.Statements.OrderBy(row => scope.Pack is { } pack && row.Place.Pack != pack.Name).SelectMany(row => row.Sources).Distinct())
        {
            var source = known.GetValueOrDefault(id);
            // One of an id that a pack before has too is known with its pack's name.
            var own = id.Value.Split('~')[0];
            var free = new SourceId(own);
            for (var next = 2; taken.TryGetValue(free, out var other) && (source is null || other != source with { Id = free }); next++) free = new SourceId($"{own}-{next}");
            taken[free] = source is null ? null : source with { Id = free };
            named[id] = free;
        }
        return named;
    }

    // By its own id, or by all that it tells but for sources, note, and beside a first day the day on which it was seen.
    private static (string Key, bool IsOwn) KeyOf(Statement row)
    {
        var (table, cells) = StatementCells.Of(row);
        if (table.Fields[0].Kind == ColumnKind.OwnId) return ($"{table.Name}/{cells[0]}", true);
        var hasFrom = table.Columns.IndexOf("from") is >= 0 and var from && cells[from].Length > 0;
        var parts = cells.Where((_, i) => table.Fields[i].Kind != ColumnKind.Sources && table.Columns[i] != "note" && !(hasFrom && table.Columns[i] == "seen"));
        return ($"{table.Name}/{string.Join('\u001F', parts)}", false);
    }

    private static bool AreAlike(Statement one, Statement other)
    {
        var (table, cells) = StatementCells.Of(one);
        return cells.Zip(StatementCells.Of(other).Cells).Where((_, i) => table.Fields[i].Kind != ColumnKind.Sources && table.Columns[i] != "note").All(pair => pair.First == pair.Second);
    }

    private static string TableOf(Statement row) => StatementCells.Of(row).Table.Name;

    private static string Notes(IEnumerable<Statement> rows) => string.Join("; ", rows.Select(row => row.Note).Where(note => note.Length > 0).Distinct(StringComparer.Ordinal));
}
