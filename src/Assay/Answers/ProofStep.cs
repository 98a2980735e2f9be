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

    /// <summary>What the rule was applied with: the days asked about, the subject, a threshold.</summary>
    public Given Given { get; init; } = Given.Nothing;

    /// <summary>The rows that this step reads itself.</summary>
    public ImmutableArray<Statement> Rows { get; init; } = [];

    /// <summary>The steps whose results it uses, in order.</summary>
    public ImmutableArray<ProofStep> Inputs { get; init; } = [];

    /// <summary>The truth value that came out; unknown where it is of another kind.</summary>
    internal Evidence.Truth Truth => Value is StepValue.Truth truth ? truth.Value : Evidence.Truth.Unknown;

    /// <summary>The figure that came out.</summary>
    internal Bounds Figure => ((StepValue.Figure)Value).Value;

    /// <summary>
    /// The part of a stake that counts, from 0 to 1: a truth value is all, nothing or anything between; a figure is percent.
    /// </summary>
    internal Bounds Fraction => Value switch
    {
        StepValue.Figure figure => new Bounds(figure.Value.Low / 100, figure.Value.High / 100),
        StepValue.Truth { Value: Evidence.Truth.True } => Bounds.Exactly(1),
        StepValue.Truth { Value: Evidence.Truth.False } => Bounds.Exactly(0),
        _ => new Bounds(0, 1),
    };

    /// <summary>All rows of this step and of those below, each once, in order.</summary>
    public IEnumerable<Statement> AllRows()
    {
        var (rows, seen) = (new List<Statement>(), new HashSet<StatementId>());
        Collect(this);
        return rows;

        void Collect(ProofStep step)
        {
            foreach (var row in step.Rows)
                if (seen.Add(row.Id)) rows.Add(row);
            foreach (var input in step.Inputs) Collect(input);
        }
    }

    /// <summary>This step and all below it, in order.</summary>
    public IEnumerable<ProofStep> AllSteps()
    {
        var steps = new List<ProofStep>();
        Collect(this);
        return steps;

        void Collect(ProofStep step)
        {
            steps.Add(step);
            foreach (var input in step.Inputs) Collect(input);
        }
    }
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
