using System.Collections.Immutable;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Who controls, joined, sold, did, said or held what.</content>
public abstract partial record Content
{
    /// <summary>One or several together control a thing, or one runs it.</summary>
    public sealed record Control(Party Holder, Thing Asset, ControlSense Sense) : Content;

    /// <summary>A membership began or, with <paramref name="Ends"/>, ended in the time of the claim.</summary>
    public sealed record MembershipChange(Party Member, Party Body, MembershipSense Sense, bool Ends) : Content;

    /// <summary>Someone acquired a stake or, with <paramref name="Ends"/>, parted with it in the time of the claim.</summary>
    public sealed record StakeChange(Party Owner, Thing Asset, bool Ends) : Content
    {
        /// <summary>The share it is said to have been; null: not said.</summary>
        public Expectation.Band? Share { get; init; }
    }

    /// <summary>A share went from one figure to another in the time of the claim.</summary>
    public sealed record ShareMove(Party Owner, Thing Asset, Expectation.Band From, Expectation.Band To) : Content;

    /// <summary>Someone has had a place on the list of each year of the time of the claim.</summary>
    public sealed record RankThroughout(Party Subject, string Commodity, int Place) : Content
    {
        /// <summary>The group among which it is ranked; null: the world.</summary>
        public Party? Among { get; init; }
    }

    /// <summary>Something happened: who took part, of what kinds it was, where.</summary>
    public sealed record Event(ImmutableArray<Party> Who, ImmutableArray<string> Kinds) : Content
    {
        /// <summary>The state or place where; null: not said.</summary>
        public Party? Where { get; init; }

        /// <summary>Whether those told of came there from elsewhere.</summary>
        public bool IsMotion { get; init; }

        /// <summary>The name it goes by, as "Steppe Eagle"; empty: none.</summary>
        public string Name { get; init; } = "";
    }

    /// <summary>What somebody disputes, or might: a proposition of the record.</summary>
    public sealed record Dispute(string Proposition) : Content;

    /// <summary>Someone asserts a proposition of the record, or denies it.</summary>
    public sealed record Saying(Party Speaker, string Proposition, bool Asserts) : Content;

    /// <summary>A person holds an office.</summary>
    public sealed record Position(Party Person, string Office, Party? Of) : Content
    {
        /// <summary>Whether it only goes with the name, as a title: "President X".</summary>
        public bool IsTitle { get; init; }
    }
}
