using System.Text.Json.Serialization;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Formats.Json;

/// <summary>One step of a proof with the rows it reads and the steps it uses.</summary>
internal sealed record ProofDocument(
    [property: JsonConverter(typeof(HyphenatedWord<ProofRule>))] ProofRule Rule,
    string Text,
    StepValueDocument Value,
    IReadOnlyList<RowDocument> Rows,
    IReadOnlyList<ProofDocument> Inputs);

/// <summary>A row of the record: <paramref name="Place"/> is its pack, file and line.</summary>
internal sealed record RowDocument(
    string Id,
    string Place,
    [property: JsonConverter(typeof(HyphenatedWord<RowStatus>))] RowStatus Status,
    IReadOnlyList<string> Sources);

/// <summary>The result of a step. The family is closed, as <see cref="StepValue"/> is; what is not known is <c>unknown</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TruthValue), "truth")]
[JsonDerivedType(typeof(IntervalValue), "interval")]
[JsonDerivedType(typeof(RankValue), "rank")]
[JsonDerivedType(typeof(EntityValue), "entity")]
[JsonDerivedType(typeof(UnknownValue), "unknown")]
internal abstract record StepValueDocument
{
    private StepValueDocument() { }

    /// <summary>Yes or no.</summary>
    internal sealed record TruthValue(bool Truth) : StepValueDocument;

    /// <summary>A figure within bounds.</summary>
    internal sealed record IntervalValue(decimal Low, decimal High, string Unit) : StepValueDocument;

    /// <summary>A place on a list.</summary>
    internal sealed record RankValue(int Best, int Worst) : StepValueDocument;

    /// <summary>An entity's id.</summary>
    internal sealed record EntityValue(string Id) : StepValueDocument;

    /// <summary>Not known.</summary>
    internal sealed record UnknownValue : StepValueDocument;
}
