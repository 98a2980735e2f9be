using System.Text;
using Assay.Evidence;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Takes the entities of a file in the order of its lines: keeps account of them, and puts aside what the record has a place for.</summary>
internal sealed class FtmIntake(FtmModel model, ImportSink sink) : IDisposable
{
    private readonly Dictionary<UInt128, (Lei Lei, int Line)> _leis = [];
    private readonly HashSet<UInt128> _ambiguous = [];
    private readonly ushort _leiCode = (ushort)model.PropertyNames.Index().First(pair => pair.Item == "leiCode").Index;
    private uint _records;

    /// <summary>Whether offices are among the entities.</summary>
    public bool HasPositions { get; private set; }

    public FtmTally Tally { get; } = new();

    public FtmIndex Index { get; } = new(model);

    public FtmSpool Spool { get; } = new();

    public void Dispose() => Spool.Dispose();

    /// <summary>Takes the entities of a line.</summary>
    public void Take(FtmParser parser, int line)
    {
        foreach (var field in parser.LeftFields) Tally.Add($"field {field}", line);
        var operation = parser.Entities[0].Operation;
        foreach (var draft in parser.Entities) Take(draft, line, operation);
    }

    /// <summary>The LEI that an entity's id in the record is made of; null where it has none, several, or one that another has too.</summary>
    public Lei? LeiOf(UInt128 id) => _leis.TryGetValue(id, out var known) && !_ambiguous.Contains(id) ? known.Lei : null;

    /// <summary>Of several entities with one LEI the first keeps it.</summary>
    /// <param name="told">Told of each other one: its line and the LEI.</param>
    public void SettleLeis(Action<int, Lei> told)
    {
        var holders = new HashSet<Lei>();
        foreach (var (id, (lei, line)) in _leis)
        {
            if (_ambiguous.Contains(id) || !Index.TryFind(id, out var schema) || schema is not { IsThing: true } || holders.Add(lei)) continue;
            _ambiguous.Add(id);
            told(line, lei);
        }
    }

    private void Take(FtmDraft draft, int line, FtmOperation operation)
    {
        if (!draft.HasId)
        {
            sink.Report(line, "no-id", draft.Parent is null ? "an entity without an id" : "an entity without an id, nested in another", "\"id\": \"…\"", "give it an id; it is left out");
            return;
        }
        var id = FtmDraft.HashOf(draft.IdText);
        if (operation == FtmOperation.Delete)
        {
            if (draft.Parent is null) Delete(id, draft, line);
            return;
        }
        if (draft.Schema is null)
        {
            if (draft.UnknownSchema.Length > 0) Tally.Add($"entities of a schema that is not the standard's: {draft.UnknownSchema}", line);
            else sink.Report(line, "no-schema", $"{Text(draft.IdText)} without a schema", "\"schema\": \"Company\" or another of the standard", "give it one; it is left out");
        }
        // What a delta line nests is told beside it and is no version of its own.
        var isVersion = operation != FtmOperation.None && draft.Parent is null;
        var isWanted = Index.Add(id, draft.Schema, ++_records, isVersion, out var kept);
        if (isVersion)
        {
            _leis.Remove(id);
            _ambiguous.Remove(id);
        }
        if (kept is not null)
            sink.Report(line, "schema-conflict", $"{Text(draft.IdText)} as {draft.Schema?.Name ?? draft.UnknownSchema}", $"{kept.Name}, as it is told of first, or one of its kin", "correct the one that is wrong; this one is left out");
        else if (!isWanted && draft.Schema is { } left) Tally.Add($"entities of schema {left.Name}", line);
        if (!isWanted) return;
        foreach (var property in draft.Properties)
            if (draft.Schema!.UseOf(property) == FtmUse.None) Tally.Add(property.Left, line);
        HasPositions |= draft.Schema!.Kind == FtmKind.Position;
        if (draft.Schema.IsThing) FindLei(draft, id, line);
        Spool.Add(line, _records, draft.Schema, id, draft.Fields);
    }

    private void Delete(UInt128 id, FtmDraft draft, int line)
    {
        if (!Index.Remove(id)) sink.Skip("deletions of entities that the file does not have", line);
        else if (draft.Properties.Count > 0) Tally.Add("properties of deleted entities", line);
        _leis.Remove(id);
        _ambiguous.Remove(id);
    }

    private void FindLei(FtmDraft draft, UInt128 id, int line)
    {
        for (var rest = draft.Fields; FtmDraft.TryNext(ref rest, out var tag, out var value);)
        {
            if (tag != _leiCode) continue;
            var text = Text(value);
            if (!Lei.TryParse(text, out var lei)) sink.Report(line, "bad-lei", $"'{text}'", "18 letters and digits and 2 check digits that fit them", "correct it; the entity is taken without it");
            else if (!_leis.TryAdd(id, (lei, line)) && _leis[id].Lei != lei) _ambiguous.Add(id);
        }
    }

    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(value.Length, 120)]);
}
