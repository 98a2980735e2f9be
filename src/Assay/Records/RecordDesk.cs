using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What a view needs at hand: the record, the rules and the days it speaks of.</summary>
internal sealed class RecordDesk
{
    private RecordDesk? _central;

    public RecordDesk(EvidenceSnapshot evidence, RuleSet rules, DayRange when)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        (Evidence, Rules, When) = (evidence, rules, when);
        Inquiry = new Inquiry(evidence, rules.Wording, isShaken: false);
    }

    public EvidenceSnapshot Evidence { get; }

    public RuleSet Rules { get; }

    public DayRange When { get; }

    public Inquiry Inquiry { get; }

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Inquiry.Say(key, values);

    /// <summary>The same record with every range that has a central figure taken as that figure.</summary>
    public RecordDesk Central => _central ??= new RecordDesk(Evidence.Changed(Centred), Rules, When);

    /// <summary>The same desk for other days.</summary>
    public RecordDesk On(DayRange when) => new(Evidence, Rules, when);

    /// <summary>A view of this record for these days.</summary>
    public RecordView View(string kind, string title, IEnumerable<RecordTable> tables) => new()
    {
        Kind = kind, Title = title, When = When, Evidence = Evidence, Tables = [.. tables],
    };

    /// <summary>A table without rows; columns are given as keys, headed by <c>column-KEY</c> of the wording file.</summary>
    public RecordTable Table(string id, string title, params IEnumerable<string> columns) =>
        new(id, char.ToUpperInvariant(title[0]) + title[1..], [.. columns.Select(key => new RecordColumn(key, Inquiry.Say($"column-{key}")))], []);

    public Cell Named(EntityId? id) => id is { } known ? new Cell.Named(known, Evidence.NameOf(known)) : Cell.None;

    /// <summary>A word of a closed class: <c>in-force</c> as the wording file has it, else without hyphens.</summary>
    public Cell Slug(string kind, string slug) => Cell.Of(Inquiry.Word(kind, slug));

    /// <summary>The state that a name of a place, firm or state belongs to.</summary>
    public EntityId? StateOf(EntityId? id) => id is not { } known ? null
        : Evidence.Entity(known) is { } entity ? entity.Kind == EntityKind.State ? entity.EntityId : entity.Country : null;

    private static Statement Centred(Statement row) => row switch
    {
        Measure { Central: { } value } measure => measure with { Value = Bounds.Exactly(value) },
        Stake { Central: { } share } stake => stake with { Share = Bounds.Exactly(share) },
        _ => row,
    };

    /// <summary>The completeness rows of a table for a subject, as notes: which list is whole over the days, and by which row.</summary>
    public ImmutableArray<RecordRow> Lists(string table, EntityId subject) =>
    [
        .. Evidence.Completeness(table, subject).Select(row => new RecordRow(
            [Cell.Of(row.Scope), row.Covers is { } covers ? new Cell.Figure(covers, "%") : Cell.None, Cell.Of(row.From), Cell.Of(row.To),
                new Cell.Holds(Spans.Covers(row, When) ? Truth.True : Truth.False)], [row])),
    ];
}
