using System.Collections.Immutable;
using System.Text.Json;
using Assay.Formats.Imports;

namespace Assay.Formats.Bods;

/// <summary>Makes rows of statements that are known to be good: entities and persons by their latest statement, relationships by their whole series.</summary>
internal sealed class BodsRows(ImportSink sink, RecordIndex records)
{
    private readonly BodsFields _fields = new();
    private readonly BodsSources _sources = new(sink);
    private readonly Dictionary<string, WaitingSeries> _waiting = new(StringComparer.Ordinal);

    /// <summary>A series of which some statements, by their numbers, have not been read yet.</summary>
    private sealed record WaitingSeries(ImmutableArray<SeriesStep> Steps)
    {
        public Dictionary<int, WaitingStatement> Read { get; } = [];
    }

    private sealed record WaitingStatement(BodsStatement Statement, RecordNotes Notes, string Sources);

    /// <summary>Takes a statement.</summary>
    public void Add(BodsStatement statement)
    {
        var entry = records.Find(statement.RecordId);
        var isLatest = entry.Last.Number == statement.Frame.Number;
        if (statement.Kind != entry.Kind)
        {
            sink.Skip("statements of a record that is later of another kind", statement.Frame.Line);
            return;
        }
        if (statement.Kind != RecordKind.Relationship && !isLatest)
        {
            sink.Skip("earlier statements of entities and persons", statement.Frame.Line);
            return;
        }
        _fields.Tell(statement, what => sink.Skip(what, statement.Frame.Line));
        TellAnnotations(statement);
        var notes = RecordNotes.Of(statement.Json);
        var sources = _sources.Of(statement, notes);
        if (statement.Kind != RecordKind.Relationship) new EntityRows(sink).Add(statement, entry, sources);
        else AddRelationship(statement, entry, notes, sources);
    }

    private void AddRelationship(BodsStatement statement, RecordEntry entry, RecordNotes notes, string sources)
    {
        var readings = new InterestReader(sink, records);
        if (entry.Series == 0)
        {
            new RelationshipRows(sink).Add([readings.Read(statement, notes, sources)]);
            return;
        }
        // The bytes of a statement that waits are overwritten by the next one.
        var kept = statement with { Frame = statement.Frame with { Bytes = default }, Json = statement.Json.Clone() };
        if (!_waiting.TryGetValue(statement.RecordId, out var waiting))
            _waiting.Add(statement.RecordId, waiting = new WaitingSeries([.. records.Steps(entry).Where(step => step.Kind == RecordKind.Relationship)]));
        waiting.Read.Add(statement.Frame.Number, new WaitingStatement(kept, notes, sources));
        if (waiting.Read.Count < waiting.Steps.Length) return;
        _waiting.Remove(statement.RecordId);
        new RelationshipRows(sink).Add([.. waiting.Steps.Select(step => waiting.Read[step.Number]).Select(one => readings.Read(one.Statement, one.Notes, one.Sources))]);
    }

    private void TellAnnotations(BodsStatement statement)
    {
        if (!statement.Json.TryGetProperty("annotations", out var annotations)) return;
        foreach (var annotation in annotations.EnumerateArray())
            if (!annotation.TryGetProperty(RecordNotes.Property, out _)) sink.Skip($"annotations, {annotation.GetProperty("motivation").GetString()}", statement.Frame.Line);
    }
}
