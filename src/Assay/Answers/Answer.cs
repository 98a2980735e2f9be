using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>What the record says to a question, with its proof. The family is closed: its cases are nested here.</summary>
public abstract record Answer
{
    private protected Answer() { }

    /// <summary>One sentence for people.</summary>
    public required string Text { get; init; }

    /// <summary>How it follows from the rows; for <see cref="Unknown"/>, how far the record goes.</summary>
    public required ProofStep Proof { get; init; }

    /// <summary>Yes or no.</summary>
    public sealed record Decided(bool IsTrue) : Answer;

    /// <summary>A figure within bounds.</summary>
    public sealed record Interval(Bounds Value, string Unit) : Answer
    {
        /// <summary>What part of the whole the record covers, in the same unit; null where that has no meaning.</summary>
        public decimal? Covered { get; init; }

        /// <summary>Whose part is how much, for pictures and tables: greatest first, the unknown part last with an empty id.</summary>
        public ImmutableArray<ShareSlice> Slices { get; init; } = [];
    }

    /// <summary>A place on a list.</summary>
    public sealed record Placed(int Best, int Worst, string List) : Answer;

    /// <summary>A set of names.</summary>
    public sealed record Names(ImmutableArray<EntityId> Members, bool IsComplete) : Answer;

    /// <summary>The record is silent.</summary>
    /// <param name="Missing">What would have to be known, in words.</param>
    public sealed record Unknown(ImmutableArray<string> Missing) : Answer;
}

/// <summary>Whose part is how much of a whole, in percent.</summary>
/// <param name="Owner">A state (nationality) or an owner; <c>default</c> for the unknown part.</param>
/// <param name="Name">For people.</param>
/// <param name="Share">Percent of the whole.</param>
/// <param name="IsCounted">Whether it counts for the holder asked about.</param>
public sealed record ShareSlice(EntityId Owner, string Name, Bounds Share, bool IsCounted);
