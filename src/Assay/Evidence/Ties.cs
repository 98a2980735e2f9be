using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>In what way a member belongs to a body.</summary>
public enum MembershipStatus
{
    /// <summary>A full member.</summary>
    Member,
    /// <summary>A full member since the founding.</summary>
    FoundingMember,
    /// <summary>Signed the founding act but never became a full member.</summary>
    FoundingState,
    /// <summary>An observer.</summary>
    Observer,
    /// <summary>An associate.</summary>
    Associate,
    /// <summary>A partner.</summary>
    Partner,
    /// <summary>A dialogue partner.</summary>
    DialoguePartner,
    /// <summary>Suspended; runs beside the member row.</summary>
    Suspended,
}

/// <summary>A state belongs to a body, or an entity to a named group.</summary>
public sealed record Membership : Statement
{
    /// <summary>Who belongs.</summary>
    public required EntityId Member { get; init; }

    /// <summary>To what.</summary>
    public required EntityId Body { get; init; }

    /// <summary>In what way.</summary>
    public required MembershipStatus MembershipStatus { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Whether this is full membership.</summary>
    public bool IsFull => MembershipStatus is MembershipStatus.Member or MembershipStatus.FoundingMember;
}

/// <summary>A treaty, agreement, declaration, plan or roadmap between parties.</summary>
public sealed record Agreement : Statement
{
    /// <summary>Its id.</summary>
    public required EntityId AgreementId { get; init; }

    /// <summary><c>alliance</c>, <c>strategic-partnership</c>, <c>military-cooperation</c>, <c>trade</c>, <c>investment</c>, <c>minerals</c>, <c>energy</c>, <c>production-sharing</c>, <c>joint-venture</c>, <c>visa</c>, <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its title in English.</summary>
    public required string Title { get; init; }

    /// <summary>States, and where named their ministries or companies, as of signing.</summary>
    public required ImmutableArray<EntityId> Parties { get; init; }

    /// <summary>When it was signed, if known.</summary>
    public PartialDate? Signed { get; init; }

    /// <summary>When it entered into force, if known.</summary>
    public PartialDate? InForce { get; init; }

    /// <summary>The last day or year.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary><c>in-force</c>, <c>signed</c> (entry into force not seen), <c>provisional</c>, <c>expired</c>, <c>replaced</c>, <c>denounced</c>, <c>unknown</c>.</summary>
    public required string AgreementStatus { get; init; }

    /// <summary>What replaced it.</summary>
    public EntityId? ReplacedBy { get; init; }

    /// <summary>Where it was signed, as the source writes it; empty if unknown.</summary>
    public string SigningPlace { get; init; } = "";

    /// <summary>What it is about: short slugs.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];
}

/// <summary>Something happened, or is planned or expected.</summary>
public sealed record Event : Statement
{
    /// <summary>Its id.</summary>
    public required EntityId EventId { get; init; }

    /// <summary>What kind of event.</summary>
    public required string Kind { get; init; }

    /// <summary>Its title in English.</summary>
    public required string Title { get; init; }

    /// <summary>Where, as the source writes it.</summary>
    public string EventPlace { get; init; } = "";

    /// <summary>Who took part.</summary>
    public ImmutableArray<EntityId> Participants { get; init; } = [];

    /// <summary>First day.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Last day, inside.</summary>
    public PartialDate? To { get; init; }

    /// <summary><c>happened</c>, <c>planned</c> or <c>expected</c>.</summary>
    public required string EventStatus { get; init; }
}

/// <summary>A person holds an office.</summary>
public sealed record Position : Statement
{
    /// <summary>Who.</summary>
    public required EntityId Person { get; init; }

    /// <summary>The office, as <c>prime-minister</c>.</summary>
    public required string Office { get; init; }

    /// <summary>The state, body or company whose office it is.</summary>
    public required EntityId Of { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }
}

/// <summary>What is disputed, in neutral words.</summary>
public sealed record Proposition : Statement
{
    /// <summary>Its id.</summary>
    public required string PropositionId { get; init; }

    /// <summary>The sentence in dispute.</summary>
    public required string Sentence { get; init; }
}

/// <summary>Someone asserts or denies a proposition.</summary>
public sealed record Attribution : Statement
{
    /// <summary>The event or entity it is about.</summary>
    public required EntityId About { get; init; }

    /// <summary>Who says it.</summary>
    public required EntityId SaidBy { get; init; }

    /// <summary>The proposition.</summary>
    public required string PropositionId { get; init; }

    /// <summary>What was said.</summary>
    public required string Assertion { get; init; }

    /// <summary>Whether the speaker asserts the proposition (else denies it).</summary>
    public required bool Asserts { get; init; }

    /// <summary><c>direct</c>, <c>reported</c> or <c>catalogue-of-opponent</c>.</summary>
    public required string Via { get; init; }

    /// <summary>Whom it accuses or names.</summary>
    public ImmutableArray<EntityId> Named { get; init; } = [];

    /// <summary>When it was said.</summary>
    public PartialDate? Date { get; init; }
}
