using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <summary>
/// A typed query on the evidence, with every vague word settled. The family is closed: its cases are nested here and in the other files of its name.
/// </summary>
public abstract partial record Question
{
    private protected Question() { }

    /// <summary>The days asked about; null: not known (no date in the claim and none of the article).</summary>
    public required DayRange? When { get; init; }

    /// <summary>Does a state belong to a body?</summary>
    public sealed record Membership : Question
    {
        /// <summary>Who: a state, or any entity.</summary>
        public required EntityId Member { get; init; }

        /// <summary>In what.</summary>
        public required EntityId Body { get; init; }

        /// <summary>In what way.</summary>
        public required MembershipSense Sense { get; init; }
    }

    /// <summary>Is there an agreement of these parties, of this kind, on these topics, signed there and then, in force?</summary>
    public sealed record Agreement : Question
    {
        /// <summary>All of them must be parties; an agency stands for its state where the record names only the state, and a state for its agencies.</summary>
        public required ImmutableArray<EntityId> Parties { get; init; }

        /// <summary>Groups of slugs, each a kind or topic: of every group one must be the agreement's kind or among its topics.</summary>
        public ImmutableArray<ImmutableArray<string>> About { get; init; } = [];

        /// <summary>Words that its title must hold, lower-case; empty: any.</summary>
        public ImmutableArray<string> TitleWords { get; init; } = [];

        /// <summary>Where it was signed, as the article names it; empty: anywhere.</summary>
        public string SigningPlace { get; init; } = "";

        /// <summary>When it was signed; null: at any time.</summary>
        public DayRange? Signed { get; init; }

        /// <summary>What is asked of it.</summary>
        public required AgreementSense Sense { get; init; }
    }

    /// <summary>Does the holder own the target, in the sense of the quantifier?</summary>
    public sealed record Ownership : Question
    {
        /// <summary>Who.</summary>
        public required Holder Holder { get; init; }

        /// <summary>What.</summary>
        public required Target Target { get; init; }

        /// <summary>How much of it.</summary>
        public required Quantifier Quantifier { get; init; }

        /// <summary>How it is counted.</summary>
        public required OwnershipMeasure Measure { get; init; }
    }

    /// <summary>What share of the target, in percent, belongs to the holder?</summary>
    public sealed record Share : Question
    {
        /// <summary>Who.</summary>
        public required Holder Holder { get; init; }

        /// <summary>Of what.</summary>
        public required Target Target { get; init; }

        /// <summary>How it is counted.</summary>
        public required OwnershipMeasure Measure { get; init; }
    }

    /// <summary>What place does the subject take among its like, by the indicator?</summary>
    public sealed record Rank : Question
    {
        /// <summary>Who.</summary>
        public required EntityId Subject { get; init; }

        /// <summary>Indicators that measure it, the best first, as <c>uranium-production-attributable</c>.</summary>
        public required ImmutableArray<string> Indicators { get; init; }

        /// <summary>The body or group among whose members it is ranked; null: the whole world.</summary>
        public EntityId? Among { get; init; }
    }

    /// <summary>How much was it in a period?</summary>
    public sealed record Quantity : Question
    {
        /// <summary>Of what.</summary>
        public required Amount Of { get; init; }

        /// <summary>The unit of the answer.</summary>
        public required string Unit { get; init; }

        /// <summary>How other units become that one, the exact ways first.</summary>
        public required ImmutableArray<Conversion> Conversions { get; init; }

        /// <summary>Whether <see cref="Question.When"/> is the very period; else it is the last full year that had ended by then.</summary>
        public required bool IsOfPeriod { get; init; }
    }

    /// <summary>What share of one amount, in percent, was another in a period?</summary>
    public sealed record Portion : Question
    {
        /// <summary>What is a part.</summary>
        public required Amount Part { get; init; }

        /// <summary>Of what.</summary>
        public required Amount Whole { get; init; }

        /// <summary>Indicators that state the share itself.</summary>
        public ImmutableArray<string> StatedBy { get; init; } = [];

        /// <summary>Whether <see cref="Question.When"/> is the very period; else it is the last full year that had ended by then.</summary>
        public required bool IsOfPeriod { get; init; }
    }

    /// <summary>Was an asset under a contract regime?</summary>
    public sealed record Regime : Question
    {
        /// <summary>The asset.</summary>
        public required EntityId Asset { get; init; }

        /// <summary>The regime.</summary>
        public required string Kind { get; init; }

        /// <summary>Regimes that exclude it.</summary>
        public ImmutableArray<string> Excluded { get; init; } = [];
    }

    /// <summary>What share of a state's contracts, in percent, were under a regime?</summary>
    public sealed record RegimeShare : Question
    {
        /// <summary>Whose.</summary>
        public required EntityId Of { get; init; }

        /// <summary>By whose output each contract weighs; empty: by their number.</summary>
        public required string Indicator { get; init; }

        /// <summary>The regime.</summary>
        public required string Kind { get; init; }

        /// <summary>Regimes that exclude it.</summary>
        public ImmutableArray<string> Excluded { get; init; } = [];
    }

    /// <summary>A question of a kind that is not answered yet, or one that a role is missing for.</summary>
    public sealed record Open : Question
    {
        /// <summary>The kind.</summary>
        public required ClaimKind Kind { get; init; }

        /// <summary>In words.</summary>
        public required string Text { get; init; }

        /// <summary>Why it is not answered: a key of the wording file.</summary>
        public required string Why { get; init; }
    }
}

/// <summary>In what way one belongs to a body.</summary>
public enum MembershipSense
{
    /// <summary>Full membership.</summary>
    Full,
    /// <summary>As an observer.</summary>
    Observer,
    /// <summary>As a partner, associate or dialogue partner.</summary>
    Partner,
    /// <summary>Membership or participation is suspended.</summary>
    Suspended,
}

/// <summary>What is asked of an agreement.</summary>
public enum AgreementSense
{
    /// <summary>That it exists, signed by the date asked about.</summary>
    Signed,
    /// <summary>That it is in force on the date asked about (a political document from its signing, a treaty from its entry into force).</summary>
    InForce,
}

/// <summary>Who is said to own: entities or groups, taken as themselves or for all who are of their nationality.</summary>
/// <param name="Members">States, groups, companies, persons; a group stands for its members on the date.</param>
/// <param name="Sense">Themselves, or all of their nationality.</param>
public sealed record Holder(ImmutableArray<EntityId> Members, HolderSense Sense);

/// <summary>How a holder is taken.</summary>
public enum HolderSense
{
    /// <summary>The entities themselves, with what they hold through others: a state with its agencies, funds and companies.</summary>
    Itself,
    /// <summary>Every owner whose nationality is one of theirs, the state itself included.</summary>
    Nationals,
}

/// <summary>What is said to be owned. The family is closed.</summary>
public abstract record Target
{
    private protected Target() { }

    /// <summary>One asset or company.</summary>
    public sealed record Asset(EntityId Entity) : Target;

    /// <summary>A class of assets weighted by output: "Kazakhstan's crude oil" is the whole <c>kz</c> by <c>crude-oil-production</c>.</summary>
    public sealed record Output(EntityId Whole, string Indicator) : Target;
}

/// <summary>What a figure is of. The family is closed.</summary>
public abstract record Amount
{
    private protected Amount() { }

    /// <summary>What a subject's indicator measures.</summary>
    /// <param name="Subject">Whose.</param>
    /// <param name="Indicators">Indicators of the same thing, the fittest first.</param>
    /// <param name="Scope">Against what it is counted, as the partner of trade; empty: the subject's own.</param>
    public sealed record Measured(EntityId Subject, ImmutableArray<string> Indicators, string Scope = "") : Amount;

    /// <summary>Goods that leave a state by a way.</summary>
    public sealed record Carried(EntityId Origin, string Commodity, EntityId Via) : Amount;
}

/// <summary>How much of it a claim of ownership without a figure asserts.</summary>
public enum Quantifier
{
    /// <summary>More than nothing.</summary>
    Some,
    /// <summary>More than half.</summary>
    Most,
    /// <summary>The whole.</summary>
    All,
}

/// <summary>How ownership is counted.</summary>
public enum OwnershipMeasure
{
    /// <summary>By effective share: stakes multiplied along every chain.</summary>
    Effective,
    /// <summary>By the whole output of the assets in which the holders together have more than half.</summary>
    MajorityHeld,
}
