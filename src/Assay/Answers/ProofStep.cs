using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>
/// One step of a proof: a rule applied to rows of the record and to the results of other steps. The whole is a tree; its leaves cite rows,
/// rows cite sources. <see cref="ProofReplay"/> recomputes each step from the cited rows alone.
/// </summary>
public sealed record ProofStep
{
    /// <summary>The rule applied.</summary>
    public required ProofRule Rule { get; init; }

    /// <summary>The step in words.</summary>
    public required string Text { get; init; }

    /// <summary>What came out.</summary>
    public required StepValue Value { get; init; }

    /// <summary>The rows that this step reads itself.</summary>
    public ImmutableArray<Statement> Rows { get; init; } = [];

    /// <summary>The steps whose results it uses, in order.</summary>
    public ImmutableArray<ProofStep> Inputs { get; init; } = [];

    /// <summary>All rows of this step and of those below, each once, in order.</summary>
    public IEnumerable<Statement> AllRows() => Rows.Concat(Inputs.SelectMany(input => input.AllRows())).DistinctBy(row => row.Id);
}

/// <summary>The result of a step. The family is closed.</summary>
public abstract record StepValue
{
    private protected StepValue() { }

    /// <summary>A truth value.</summary>
    public sealed record Truth(Evidence.Truth Value) : StepValue;

    /// <summary>A figure within bounds.</summary>
    public sealed record Figure(Bounds Value, string Unit) : StepValue;

    /// <summary>A place on a list.</summary>
    public sealed record Place(int Best, int Worst) : StepValue;

    /// <summary>An entity, as the nationality of a firm; null: not known.</summary>
    public sealed record Named(EntityId? Value) : StepValue;
}
