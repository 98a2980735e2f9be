using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>
/// What a claim says about what, in the article's own terms: vague words are kept by key, roles that could not be filled are empty.
/// The family is closed: its cases are nested here and in the other files of its name.
/// </summary>
public abstract partial record Content
{
    private protected Content() { }

    /// <summary>A member and a body.</summary>
    public sealed record Membership(Party Member, Party Body, MembershipSense Sense) : Content;

    /// <summary>Parties and their agreement.</summary>
    public sealed record Agreement(ImmutableArray<Party> Parties, AgreementSense Sense) : Content
    {
        /// <summary>Groups of kinds and topics: of every group one must be the agreement's kind or among its topics.</summary>
        public ImmutableArray<ImmutableArray<string>> About { get; init; } = [];

        /// <summary>The kind of document, where it is one that titles name: plan, treaty.</summary>
        public ImmutableArray<string> TitleWords { get; init; } = [];

        /// <summary>The article's words for it.</summary>
        public string Words { get; init; } = "";

        /// <summary>Where it is said to have been signed; empty: not said.</summary>
        public string SigningPlace { get; init; } = "";

        /// <summary>When it is said to have been signed; null: not said.</summary>
        public DayRange? Signed { get; init; }
    }

    /// <summary>An owner and what is owned, with or without a figure (<see cref="Claim.Expects"/>).</summary>
    public sealed record Ownership(Party Owner, Thing Owned, Quantifier Quantifier, string Relation) : Content;

    /// <summary>Someone's place on a list.</summary>
    public sealed record Rank(Party Subject, string Commodity) : Content
    {
        /// <summary>The group among which it is ranked; null: the world.</summary>
        public Party? Among { get; init; }
    }

    /// <summary>How much of something there is (<see cref="Claim.Expects"/>): output, exports, throughput.</summary>
    /// <param name="Subject">Whose.</param>
    /// <param name="Commodity">Of what; empty where only the subject tells.</param>
    /// <param name="Counts">What is counted: <c>production</c>, <c>exports</c>, <c>throughput</c>.</param>
    public sealed record Quantity(Party Subject, string Commodity, string Counts) : Content;

    /// <summary>What share of a total someone accounts for.</summary>
    public sealed record ShareOfTotal(Party Subject, string Commodity, string Counts, Party Whole) : Content;

    /// <summary>What share of a state's goods leaves by a way; of its exports where it says so, else that is open.</summary>
    public sealed record RouteShare(Party Origin, string Commodity, Party Via, bool IsOfExports) : Content;

    /// <summary>What share of a state's trade is with a partner.</summary>
    /// <param name="Country">Whose trade.</param>
    /// <param name="Flow"><c>trade</c>, <c>exports</c> or <c>imports</c>.</param>
    /// <param name="Partner">With whom.</param>
    public sealed record TradeShare(Party Country, string Flow, Party Partner) : Content;

    /// <summary>The contract regime of an asset, or of most of a state's assets of some goods.</summary>
    /// <param name="Words">The article's words for the asset or the contracts.</param>
    /// <param name="Asset">The asset; null where a state's contracts are meant.</param>
    /// <param name="Of">The state whose contracts are meant.</param>
    /// <param name="Commodity">Of which goods.</param>
    /// <param name="RegimeKind">The regime, as in the regimes table.</param>
    public sealed record Regime(string Words, Party? Asset, Party? Of, string Commodity, string RegimeKind) : Content;

    /// <summary>Anything else, in words.</summary>
    public sealed record Open(string Question) : Content
    {
        /// <summary>Why no question is put: a key of the wording file.</summary>
        public string Why { get; init; } = "kind-not-answered";

        /// <summary>The entities that it names.</summary>
        public ImmutableArray<EntityId> Entities { get; init; } = [];
    }
}

/// <summary>One who acts, owns or is bound, as the article names them.</summary>
/// <param name="Words">The article's words.</param>
/// <param name="Entities">What they were linked to; several for "Japan, Italy or France" taken together; empty: not linked.</param>
/// <param name="Sense">Themselves, or all of their nationality ("British capital").</param>
public sealed record Party(string Words, ImmutableArray<EntityId> Entities, HolderSense Sense);

/// <summary>What is owned, as the article names it.</summary>
/// <param name="Words">The article's words.</param>
/// <param name="Entity">A named asset or company; null where it is a class of goods or was not linked.</param>
/// <param name="Commodity">A key of the commodity lexicon ("crude-oil", "natural-resources"); empty where an entity is meant.</param>
/// <param name="Of">Whose commodity: a state; null where not said.</param>
public sealed record Thing(string Words, EntityId? Entity, string Commodity, EntityId? Of);
