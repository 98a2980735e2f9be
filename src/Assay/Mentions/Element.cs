using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>One unit of a sentence for frames to match: a word, a mark, a mention or a verb group.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its folded text; for a verb group its lemma.</param>
/// <param name="Classes">The word classes of a word; none else.</param>
public sealed record Element(TextSpan Span, string Text, WordClass Classes)
{
    /// <summary>The mention, if it is one.</summary>
    public Mention? Mention { get; init; }

    /// <summary>The verb group, if it is one.</summary>
    public VerbGroup? Verb { get; init; }

    /// <summary>Whether it is a mark.</summary>
    public bool IsMark { get; init; }

    /// <summary>Whether no space stands before it.</summary>
    public bool IsGlued { get; init; }

    /// <summary>Whether it was brought in from elsewhere in the sentence: the subject that a clause shares with another.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>The cases that it may stand in; any in a language without cases.</summary>
    public GrammaticalCase Cases { get; init; } = GrammaticalCase.Any;

    /// <summary>In an inflected language its own lemma, where <see cref="Text"/> is the key by which the program knows it; empty else.</summary>
    public string Own { get; init; } = "";

    /// <summary>Whether it is a plain word: no mark, mention or verb.</summary>
    public bool IsWord => Mention is null && Verb is null && !IsMark;

    /// <summary>The name, if it is one.</summary>
    public Mention.Name? Name => Mention as Mention.Name;

    /// <summary>Whether it is a noun, adjective or other word of an open class.</summary>
    public bool IsOpenWord => IsWord && (Classes & WordClass.Closed) == 0;

    /// <summary>Which word it is, where it is one token.</summary>
    internal Word? Word { get; init; }

    /// <summary>By content, told from most others by where it stands.</summary>
    public bool Equals(Element? other) => ReferenceEquals(this, other)
        || other is not null && Span == other.Span && IsBorrowed == other.IsBorrowed && Text == other.Text && Classes == other.Classes
            && IsMark == other.IsMark && IsGlued == other.IsGlued && Equals(Mention, other.Mention) && Equals(Verb, other.Verb);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Span.Start, Span.End);

    /// <summary>Whether it is a plain word of one of these classes.</summary>
    public bool Is(WordClass classes) => IsWord && (Classes & classes) != 0;
}

/// <summary>When a verb group places what it says.</summary>
public enum VerbTime
{
    /// <summary>now, or always</summary>
    Present,
    /// <summary>before</summary>
    Past,
    /// <summary>before, with a result now</summary>
    Perfect,
    /// <summary>later, or only perhaps</summary>
    Future,
}

/// <summary>A verb with its auxiliaries (a verb chunk in the sense of Abney 1991): "has not been signed", "is expected to part with".</summary>
/// <param name="Lemma">The base form of the last verb, which carries the meaning.</param>
/// <param name="Time">When.</param>
public sealed record VerbGroup(string Lemma, VerbTime Time)
{
    /// <summary>The verbs that govern it: "expect" in "is expected to part".</summary>
    public ImmutableArray<string> Governors { get; init; } = [];

    /// <summary>Denied: not, never.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Passive voice.</summary>
    public bool IsPassive { get; init; }

    /// <summary>Not finite, with "to": "to sign".</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>Under way: "is joining".</summary>
    public bool IsProgressive { get; init; }

    /// <summary>Has a subject of its own, against an infinitive or participle.</summary>
    public bool IsFinite { get; init; } = true;

    /// <summary>may, could, would, should; empty where there is none.</summary>
    public string Modal { get; init; } = "";
}

/// <summary>A sentence as a row of elements, and its clauses.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Clauses">Its clauses, in order.</param>
public sealed record ParsedSentence(Sentence Sentence, ImmutableArray<Element> Elements, ImmutableArray<Clause> Clauses);

/// <summary>What a clause is to the sentence.</summary>
public enum ClauseKind
{
    /// <summary>Stands by itself, or is joined by and, but.</summary>
    Main,
    /// <summary>Says more about a noun: which holds, who signed.</summary>
    Relative,
    /// <summary>Depends on a subordinator: because, after, if.</summary>
    Subordinate,
    /// <summary>What someone says, thinks or wants: that …</summary>
    Complement,
}

/// <summary>A verb with what belongs to it; the subject shared with another clause, or the antecedent of a relative, is put first.</summary>
/// <param name="Kind">What it is to the sentence.</param>
/// <param name="Elements">Its elements, a borrowed subject first.</param>
/// <param name="Marker">The word that opens it: because, which, that; empty else.</param>
public sealed record Clause(ClauseKind Kind, ImmutableArray<Element> Elements, string Marker)
{
    /// <summary>Where it stands, without what it borrowed.</summary>
    public TextSpan Span { get; } = SpanOf(Elements);

    /// <summary>The place of its finite verb among the elements, or -1.</summary>
    public int VerbAt { get; } = FiniteVerbAt(Elements);

    /// <summary>Its finite verb, or null.</summary>
    public VerbGroup? Verb => VerbAt < 0 ? null : Elements[VerbAt].Verb;

    private static TextSpan SpanOf(ImmutableArray<Element> elements)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].IsBorrowed) continue;
            if (first < 0) first = i;
            last = i;
        }
        return first < 0 ? default : new TextSpan(elements[first].Span.Start, elements[last].Span.End);
    }

    private static int FiniteVerbAt(ImmutableArray<Element> elements)
    {
        for (var i = 0; i < elements.Length; i++)
            if (elements[i].Verb is { IsFinite: true }) return i;
        return -1;
    }
}
