using System.Text.Json.Serialization;
using Assay.Findings;

namespace Assay.Formats.Json;

/// <summary>The verdict on a claim at a later day, where it is another, and the rows that made it so.</summary>
internal sealed record LaterDocument(
    string AsOf,
    [property: JsonConverter(typeof(NameAsWritten<Verdict>))] Verdict Verdict,
    AnswerDocument Answer,
    string Justification,
    [property: JsonConverter(typeof(HyphenatedWord<LaterCause>))] LaterCause Cause,
    IReadOnlyList<RowDocument> Rows,
    string Text);

/// <summary>What the record says of the years around the one that a claim states, where it refutes the same for some.</summary>
internal sealed record YearsDocument(string Text, IReadOnlyList<YearDocument> Years);

/// <summary>A claim as if it spoke of another year.</summary>
internal sealed record YearDocument(string Time, [property: JsonConverter(typeof(NameAsWritten<Verdict>))] Verdict Verdict, AnswerDocument Answer);
