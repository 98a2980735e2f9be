using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// A pattern over the elements of a clause: words, verbs, roles and gaps, as in a cascaded finite-state parser (Hobbs and others 1997, FASTUS).
/// Written as a line of text; <c>docs/frames.md</c> teaches it. The family is closed: its cases are nested here.
/// </summary>
public abstract record Pattern
{
    private protected Pattern() { }

    /// <summary>One of these words or marks.</summary>
    internal sealed record Word(FrozenSet<string> Any) : Pattern;

    /// <summary>A verb group with one of these lemmas; empty: any verb.</summary>
    internal sealed record Verb(FrozenSet<string> Lemmas, VerbShape Shape) : Pattern;

    /// <summary>A mention that fills a role; several in a list where <paramref name="IsList"/>.</summary>
    internal sealed record Role(string Name, RoleType Type, bool IsList) : Pattern
    {
        /// <summary>The cases, any of which it must stand in; none: it does not matter.</summary>
        public GrammaticalCase Cases { get; init; }
    }

    /// <summary>Up to so many elements that are no finite verb and no mark; commas too where <paramref name="CrossesCommas"/>.</summary>
    internal sealed record Gap(int Most, bool CrossesCommas) : Pattern;

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(ImmutableArray<Pattern> Items) : Pattern;

    /// <summary>Any of these.</summary>
    internal sealed record Either(ImmutableArray<Pattern> Choices) : Pattern;

    /// <summary>Present or not.</summary>
    internal sealed record Optional(Pattern Inner) : Pattern;

    /// <summary>The head of the clause.</summary>
    internal sealed record Start : Pattern;

    /// <summary>The end of the clause, or a mark.</summary>
    internal sealed record End : Pattern;

    /// <summary>The words that it names literally.</summary>
    internal IEnumerable<string> Literals => this switch
    {
        Word word => word.Any,
        Sequence sequence => sequence.Items.SelectMany(item => item.Literals),
        Either either => either.Choices.SelectMany(choice => choice.Literals),
        Optional optional => optional.Inner.Literals,
        _ => [],
    };

    /// <summary>The verbs that it names.</summary>
    internal IEnumerable<string> VerbLemmas => Parts.OfType<Verb>().SelectMany(verb => verb.Lemmas);

    /// <summary>It and everything in it.</summary>
    internal IEnumerable<Pattern> Parts => this switch
    {
        Sequence sequence => sequence.Items.SelectMany(item => item.Parts).Prepend(this),
        Either either => either.Choices.SelectMany(choice => choice.Parts).Prepend(this),
        Optional optional => optional.Inner.Parts.Prepend(this),
        _ => [this],
    };

    /// <summary>Whether it holds a finite verb: then it is matched clause by clause, else over the whole sentence.</summary>
    internal bool HasFiniteVerb => this switch
    {
        Verb verb => verb.Shape != VerbShape.NonFinite,
        Sequence sequence => sequence.Items.Any(i => i.HasFiniteVerb),
        Either either => either.Choices.Any(c => c.HasFiniteVerb),
        Optional optional => optional.Inner.HasFiniteVerb,
        Start or End => true,
        _ => false,
    };
}

/// <summary>What shape of verb group fits.</summary>
internal enum VerbShape
{
    /// <summary>Finite, active.</summary>
    Active,
    /// <summary>Finite, passive.</summary>
    Passive,
    /// <summary>Finite, either voice.</summary>
    Finite,
    /// <summary>Infinitive, gerund or participle.</summary>
    NonFinite,
    /// <summary>Any.</summary>
    Any,
}

/// <summary>What may fill a role.</summary>
public enum RoleType
{
    /// <summary>Any name, known to the record or not.</summary>
    Actor,
    /// <summary>A name that the record knows.</summary>
    Known,
    /// <summary>A state.</summary>
    State,
    /// <summary>A body with members.</summary>
    Bloc,
    /// <summary>A state, company, person, fund, agency or named group, or the nationals of a state: "British capital".</summary>
    Holder,
    /// <summary>The nationals of a state, with the noun that says so.</summary>
    Nationals,
    /// <summary>A state or one of its agencies.</summary>
    Party,
    /// <summary>A company, field, mine, pipeline or port; an unknown name too.</summary>
    Asset,
    /// <summary>A named group or body among whose members one ranks.</summary>
    Group,
    /// <summary>Goods.</summary>
    Goods,
    /// <summary>A kind or topic of agreement.</summary>
    Topic,
    /// <summary>A share in percent or a fraction.</summary>
    Share,
    /// <summary>A figure that is no share.</summary>
    Figure,
    /// <summary>A date or period.</summary>
    Time,
    /// <summary>An office.</summary>
    Office,
    /// <summary>first, second …</summary>
    Ordinal,
    /// <summary>A name that may be a place.</summary>
    Place,
    /// <summary>Any one word.</summary>
    Word,
}
