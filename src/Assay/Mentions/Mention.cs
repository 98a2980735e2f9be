using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>A span that names an entity, a figure, a time, goods or a topic. The family is closed: its cases are nested here.</summary>
public abstract record Mention
{
    private protected Mention() { }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>A name, or words that stand for one.</summary>
    /// <param name="Candidates">The entities that it may mean, the likeliest first; empty: a name that the record does not know.</param>
    /// <param name="Via">How it was linked.</param>
    public sealed record Name(ImmutableArray<Entity> Candidates, NameVia Via) : Mention
    {
        /// <summary>The entities that it might have meant and was not taken for.</summary>
        public ImmutableArray<RejectedLink> Rejected { get; init; } = [];

        /// <summary>The likeliest entity, or null.</summary>
        public Entity? Entity => Candidates.IsEmpty ? null : Candidates[0];

        /// <summary>The first candidate of one of these kinds, or null.</summary>
        public Entity? OfKind(params ReadOnlySpan<EntityKind> kinds)
        {
            foreach (var candidate in Candidates)
                if (kinds.Contains(candidate.Kind)) return candidate;
            return null;
        }
    }

    /// <summary>A figure with its hedge.</summary>
    /// <param name="Value">The figure itself, in percent where <paramref name="Unit"/> is <c>%</c>; null: "most".</param>
    /// <param name="Unit"><c>%</c>, a currency sign, or the noun that follows; empty: none.</param>
    /// <param name="Band">What values make it right.</param>
    public sealed record Figure(decimal? Value, string Unit, Expectation.Band Band) : Mention
    {
        /// <summary>Whether it is a share.</summary>
        public bool IsShare => Unit == "%";

        /// <summary>What its last digit counts: 0.1 million of "87.6 million", 1,000 of "22,000".</summary>
        public decimal LastDigit { get; init; }

        /// <summary>The hedge beside it; null: none.</summary>
        public Hedge? Hedge { get; init; }
    }

    /// <summary>A date or period.</summary>
    /// <param name="Days">The days; null where the article's date is needed and not known.</param>
    /// <param name="IsRelative">Whether it counts from the article's date.</param>
    public sealed record Time(DayRange? Days, bool IsRelative) : Mention;

    /// <summary>A class of goods.</summary>
    public sealed record Goods(Commodity Commodity) : Mention;

    /// <summary>A kind or topic of agreement.</summary>
    public sealed record Topic(AgreementTopic About) : Mention;

    /// <summary>An office.</summary>
    public sealed record Office(string Title) : Mention;
}

/// <summary>How a name was linked to an entity.</summary>
public enum NameVia
{
    /// <summary>By its name or another name of it.</summary>
    Name,
    /// <summary>By a place that stands for a state or body.</summary>
    Metonym,
    /// <summary>By a pronoun or a definite description; to the entity named last that it can stand for.</summary>
    Anaphor,
    /// <summary>Not linked.</summary>
    None,
    /// <summary>By letters or words that the article itself says stand for it.</summary>
    Introduced,
    /// <summary>By its name in another script, letter for letter.</summary>
    Transliteration,
}
