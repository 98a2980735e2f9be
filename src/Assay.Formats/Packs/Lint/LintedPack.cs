using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Registers;

namespace Assay.Formats.Packs.Lint;

/// <summary>
/// A pack under lint: its rows, and what the packs it was read with know. A check asks about ids here and reports here.
/// </summary>
internal sealed class LintedPack
{
    private readonly PackContent _content;
    private readonly HashSet<string> _entities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _events = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agreements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _propositions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable;

    public LintedPack(PackContent content, IReadOnlyList<PackContent> all)
    {
        _content = content;
        Registers = [.. all.Select(p => p.Register).OfType<Register>()];
        Everywhere = [.. all.SelectMany(p => p.Statements)];
        _unreadable = [.. all.SelectMany(p => p.Unreadable)];
        foreach (var row in Everywhere) Know(row);
        foreach (var source in all.SelectMany(p => p.Sources)) _sources.Add(source.Source.Id.Value);
    }

    /// <summary>The pack's own rows.</summary>
    public IReadOnlyList<Statement> Rows => _content.Statements;

    public IReadOnlyList<SourceRow> Sources => _content.Sources;

    public PackFiles Files => _content.Files;

    /// <summary>The pack's own register; null where it has none.</summary>
    public Register? Register => _content.Register;

    /// <summary>The registers of all packs that were read together. Their rows are not among <see cref="Everywhere"/>.</summary>
    public ImmutableArray<Register> Registers { get; }

    public PackDescriptor Descriptor => _content.Descriptor;

    /// <summary>The rows of all packs that were read together.</summary>
    public ImmutableArray<Statement> Everywhere { get; }

    /// <summary>Whose telling a row is of: one of the packs made by hand, which know each other, or an imported pack's. What two tellings say need not agree.</summary>
    public static string TellingOf(Statement row) => row.Place.IsImported ? row.Place.Pack : "";

    public bool IsOwn(Statement row) => row.Place.Pack == Descriptor.Name;

    /// <summary>The ids that a reference of some kind may name; null where a table of theirs could not be read, so that nothing is known to be missing.</summary>
    public IEnumerable<string>? Known(Referent referent) => referent switch
    {
        Referent.Entity => Of("entities", _entities),
        Referent.Agreement => Of("agreements", _agreements),
        Referent.Proposition => Of("propositions", _propositions),
        Referent.Source => Of("sources", _sources),
        Referent.List => Of("rankings", _lists),
        _ => Of("entities", _entities) is { } entities && Of("agreements", _agreements) is { } agreements && Of("events", _events) is { } events
            ? entities.Concat(agreements).Concat(events)
            : null,
    };

    public bool Knows(Referent referent, string id) => referent switch
    {
        Referent.Entity => _entities.Contains(id) || IsStored(id, "entities"),
        Referent.Agreement => _agreements.Contains(id) || IsStored(id, "agreements"),
        Referent.Proposition => _propositions.Contains(id) || IsStored(id, "propositions"),
        Referent.Source => _sources.Contains(id) || IsStored(id, "sources") || (id.EndsWith($"~{Descriptor.Name}", StringComparison.Ordinal) && IsStored(id[..id.LastIndexOf('~')], "sources")),
        Referent.List => _lists.Contains(id) || Registers.Any(register => register.CountOf(RowKey.Naming, id) > 0),
        _ => _entities.Contains(id) || _agreements.Contains(id) || _events.Contains(id) || IsStored(id, "entities", "agreements", "events"),
    };

    /// <summary>Reports a cell of a row, if the row is the pack's own.</summary>
    public void Report(Statement row, string column, string code, string found, string expected, string mend)
    {
        if (IsOwn(row)) Report(row.Place.File, row.Place.Line, column, code, found, expected, mend);
    }

    /// <summary>Reports a cell of a table.</summary>
    public void Report(string file, int line, string column, string code, string found, string expected, string mend)
    {
        var field = TableFormat.Find(Path.GetFileNameWithoutExtension(file))!.Columns.IndexOf(column);
        _content.Report(file, line, field, code, found, expected, mend);
    }

    /// <summary>Reports the descriptor, at the first place of a text in it.</summary>
    public void ReportDescriptor(string at, string code, string found, string expected, string mend)
    {
        var (line, column) = TextPlaces.Of(Files[PackFiles.DescriptorName] ?? [], $"\"{at}\"");
        _content.Problems.Add(new Problem(code, $"{Files.Path}/{PackFiles.DescriptorName}", line, column, found, expected, mend));
    }

    /// <summary>Reports a row of the register, where it was read.</summary>
    public void ReportStored(Statement row, string code, string found, string expected, string mend) =>
        _content.Problems.Add(new Problem(code, row.Place.File.Length > 0 ? row.Place.File : $"{Files.Path}/{RegisterFormat.FileName}", row.Place.Line, 0, found, expected, mend));

    private bool IsStored(string id, params ReadOnlySpan<string> tables)
    {
        foreach (var register in Registers)
            foreach (var table in tables)
                if (register.RowsOfKey($"{table}/{id}") > 0) return true;
        return false;
    }

    private HashSet<string>? Of(string table, HashSet<string> ids) => _unreadable.Contains(table) ? null : ids;

    private void Know(Statement row)
    {
        switch (row)
        {
            case Entity entity: _entities.Add(entity.EntityId.Value); break;
            case Event happening: _events.Add(happening.EventId.Value); break;
            case Agreement agreement: _agreements.Add(agreement.AgreementId.Value); break;
            case Proposition proposition: _propositions.Add(proposition.PropositionId); break;
            case Ranking ranking: _lists.Add(ranking.List.Value); break;
        }
    }
}
