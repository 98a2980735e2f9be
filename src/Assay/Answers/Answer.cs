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

    /// <summary>The weak rows that it rests on, in the order of the proof.</summary>
    public ImmutableArray<StatementId> Weak { get; init; } = [];

    /// <summary>
    /// What the answer becomes when every weak row may be off by a tenth either way, all at once, each in its worst direction;
    /// null where it rests on no weak row. A verdict stands only if it is the same with both.
    /// </summary>
    public Answer? Shaken { get; init; }

    /// <summary>Yes or no.</summary>
    public sealed record Decided(bool IsTrue) : Answer;

    /// <summary>A figure within bounds.</summary>
    public sealed record Interval(Bounds Value, string Unit) : Answer
    {
        /// <summary>What part of the whole the record covers at least, in the same unit; null where that has no meaning.</summary>
        public decimal? Covered { get; init; }

        /// <summary>The period that the figure is of, as <c>2024</c>; the day asked about for a stake.</summary>
        public string Period { get; init; } = "";

        /// <summary>Whose part is how much, for pictures and tables: greatest first, the unknown part last with an empty id.</summary>
        public ImmutableArray<ShareSlice> Slices { get; init; } = [];
    }

    /// <summary>A place on a list: between the two, both inside. A worst place of <see cref="int.MaxValue"/> is open.</summary>
    public sealed record Placed(int Best, int Worst, string List) : Answer;

    /// <summary>A set of names.</summary>
    public sealed record Names(ImmutableArray<EntityId> Members, bool IsComplete) : Answer;

    /// <summary>Asserted by some and denied by others.</summary>
    public sealed record Disputed(ImmutableArray<EntityId> Asserting, ImmutableArray<EntityId> Denying) : Answer;

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
