using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Formats.Exports;

/// <summary>What is written in another format: rows of the record, and the record that they are of.</summary>
/// <param name="Evidence">The record.</param>
/// <param name="Statements">The rows, in the order of the record, each once. The entities that they name are among them.</param>
public sealed record ExportScope(EvidenceSnapshot Evidence, ImmutableArray<Statement> Statements)
{
    private Dictionary<EntityId, Entity>? _entities;

    /// <summary>What the rows are, in a few words for the file's own title: the pack's title, or whose surroundings.</summary>
    public string Title { get; init; } = "";

    /// <summary>A slug for the same: the name of a data package, or the stem of a file.</summary>
    public string Name { get; init; } = "export";

    /// <summary>
    /// The pack that the rows are of, without those it builds on: what it names of these is among <see cref="Statements"/> all the same, and has another
    /// pack in its place. Null where the rows are of no one pack.
    /// </summary>
    public PackVersion? Pack { get; init; }

    /// <summary>The sources under the ids that the rows cite them by; null: those of the record.</summary>
    internal IReadOnlyList<Source>? Renamed { get; init; }

    /// <summary>The entity of an id as the rows describe it, else as the record does; null where neither does.</summary>
    internal Entity? Entity(EntityId id) => (_entities ??= Statements.OfType<Entity>().DistinctBy(entity => entity.EntityId).ToDictionary(entity => entity.EntityId)).GetValueOrDefault(id) ?? Evidence.Entity(id);

    /// <summary>The sources that the rows cite, in the order of the record.</summary>
    public ImmutableArray<Source> CitedSources()
    {
        var cited = new HashSet<SourceId>();
        foreach (var statement in Statements)
            foreach (var source in statement.Sources) cited.Add(source);
        return [.. (Renamed ?? Evidence.Sources).Where(source => cited.Contains(source.Id))];
    }
}
