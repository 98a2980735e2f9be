using System.Text.Json.Serialization;
using Assay.Findings;
using Assay.Findings.Changes;

namespace Assay.Formats.Json;

/// <summary>A change of one row that gives the claim another verdict.</summary>
internal sealed record FlipDocument(
    [property: JsonConverter(typeof(HyphenatedWord<FlipKind>))] FlipKind Change,
    string Table,
    string? Row,
    string? Column,
    string? From,
    string? To,
    string? Unit,
    [property: JsonConverter(typeof(NameAsWritten<Verdict>))] Verdict Verdict,
    string Text);

/// <summary>A row that the record would have to have.</summary>
internal sealed record MissingDocument(
    string? Table,
    string? Subject,
    string? Object,
    string? Indicator,
    string? Period,
    string? Row,
    [property: JsonConverter(typeof(HyphenatedWord<Decides>))] Decides Decides,
    string Text);
