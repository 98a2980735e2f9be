using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <content>Who controls, joined, sold, did, said or held what.</content>
public abstract partial record Question
{
    /// <summary>Do the holders, taken as one, control the asset by majorities along its chains of owners?</summary>
    public sealed record Control : Question
    {
        /// <summary>Who.</summary>
        public required Holder Holder { get; init; }

        /// <summary>What.</summary>
        public required EntityId Asset { get; init; }
    }

    /// <summary>Does someone run the asset, or hold its licence?</summary>
    public sealed record Operation : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Operator { get; init; }

        /// <summary>What.</summary>
        public required EntityId Asset { get; init; }
    }

    /// <summary>Did a membership begin, or end, within the days?</summary>
    public sealed record MembershipChange : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Member { get; init; }

        /// <summary>In what.</summary>
        public required EntityId Body { get; init; }

        /// <summary>In what way.</summary>
        public required MembershipSense Sense { get; init; }

        /// <summary>Whether its end is asked for, else its beginning.</summary>
        public required bool Ends { get; init; }
    }

    /// <summary>Did someone's stake begin, or end, within the days?</summary>
    public sealed record StakeChange : Question
    {
        /// <summary>Whose; the firms of its group count as it.</summary>
        public required EntityId Owner { get; init; }

        /// <summary>In what.</summary>
        public required EntityId Asset { get; init; }

        /// <summary>Whether its end is asked for, else its beginning.</summary>
        public required bool Ends { get; init; }

        /// <summary>What share it must have been; null: any.</summary>
        public Expectation.Band? Size { get; init; }
    }

    /// <summary>Did a share go from one figure to another within the days?</summary>
    public sealed record ShareMove : Question
    {
        /// <summary>Whose.</summary>
        public required Holder Holder { get; init; }

        /// <summary>In what.</summary>
        public required EntityId Asset { get; init; }

        /// <summary>What it must have been before.</summary>
        public required Expectation.Band From { get; init; }

        /// <summary>What it must have been after.</summary>
        public required Expectation.Band To { get; init; }
    }

    /// <summary>Did the subject have the place in every full year of the days?</summary>
    public sealed record RankThroughout : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Subject { get; init; }

        /// <summary>Indicators that measure it, the best first.</summary>
        public required ImmutableArray<string> Indicators { get; init; }

        /// <summary>The body or group among whose members it is ranked; null: the whole world.</summary>
        public EntityId? Among { get; init; }

        /// <summary>The place.</summary>
        public required int Place { get; init; }
    }

    /// <summary>Did something of these kinds, with these taking part, happen there within the days?</summary>
    public sealed record Event : Question
    {
        /// <summary>All of them must have taken part.</summary>
        public required ImmutableArray<EntityId> Who { get; init; }

        /// <summary>One of them must be its kind.</summary>
        public required ImmutableArray<string> Kinds { get; init; }

        /// <summary>Where it must have been; null: anywhere.</summary>
        public EntityId? Where { get; init; }

        /// <summary>Words that its title must hold; empty: any.</summary>
        public string Name { get; init; } = "";
    }

    /// <summary>Who asserts a proposition by the days, and who denies it?</summary>
    public sealed record Dispute : Question
    {
        /// <summary>The proposition's id.</summary>
        public required string Proposition { get; init; }
    }

    /// <summary>Did someone assert, or deny, a proposition?</summary>
    public sealed record Saying : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Speaker { get; init; }

        /// <summary>The proposition's id.</summary>
        public required string Proposition { get; init; }

        /// <summary>Whether it is said to be asserted, else denied.</summary>
        public required bool Asserts { get; init; }

        /// <summary>When it was said; null: at any time.</summary>
        public DayRange? Said { get; init; }
    }

    /// <summary>Does a person hold an office?</summary>
    public sealed record Position : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Person { get; init; }

        /// <summary>The office, as <c>prime-minister</c>.</summary>
        public required string Office { get; init; }

        /// <summary>The state, body or company whose office it is; null: any.</summary>
        public EntityId? Of { get; init; }

        /// <summary>Whether it only goes with the name, as a title may long after the office.</summary>
        public bool IsTitle { get; init; }

        /// <summary>Whether one person at a time holds such an office.</summary>
        public bool IsSole { get; init; }
    }
}

/// <summary>In what way one controls.</summary>
public enum ControlSense
{
    /// <summary>By majorities: more than half, along every chain of owners.</summary>
    Majority,
    /// <summary>By running it or holding its licence.</summary>
    Operates,
}

/// <summary>What is said to have changed.</summary>
public enum ChangeSense
{
    /// <summary>Nothing: it is.</summary>
    None,
    /// <summary>It began: joined, bought.</summary>
    Began,
    /// <summary>It ended: left, sold.</summary>
    Ended,
    /// <summary>A figure became another: rose from … to ….</summary>
    Moved,
}
