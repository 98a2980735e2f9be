using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>A frame's pattern found in a clause or sentence.</summary>
internal sealed record FrameMatch(Frame Frame, int Order, ParsedSentence Sentence, Clause? Clause, ImmutableArray<Element> Elements, int From, int To, ImmutableArray<Filler> Fillers)
{
    /// <summary>The elements matched.</summary>
    public IEnumerable<Element> Matched => Elements[From..To];

    /// <summary>Where it stands, without what was borrowed from another clause.</summary>
    public TextSpan Span { get; } = SpanOf(Elements, From, To);

    private static TextSpan SpanOf(ImmutableArray<Element> elements, int from, int to)
    {
        while (to - 1 > from && elements[to - 1] is { IsMark: true, Text: "," or ";" or ":" }) to--;
        var (start, end) = (int.MaxValue, -1);
        for (var i = from; i < to; i++)
        {
            if (elements[i].IsBorrowed || elements[i].Span.Length == 0) continue;
            start = Math.Min(start, elements[i].Span.Start);
            end = Math.Max(end, elements[i].Span.End);
        }
        if (end < 0) return elements[from].Span;
        var span = new TextSpan(start, end);
        // "X, which belongs to Y": the antecedent stands right before.
        for (var i = from; i < to; i++)
            if (elements[i].IsBorrowed && elements[i].Span.End <= start && start - elements[i].Span.End <= 12) return elements[i].Span.Cover(span);
        return span;
    }

    /// <summary>What fills a role, in order; empty where nothing does.</summary>
    public ImmutableArray<Filler> Of(string role) => [.. Fillers.Where(f => f.Role == role)];

    /// <summary>Whether the words matched deny what they say.</summary>
    public bool IsNegated
    {
        get
        {
            var negations = Matched.Count(e => e.Verb is { IsNegated: true });
            for (var i = From; i + 1 < To; i++)
                if (Elements[i].Text == "no" && Elements[i + 1].Text == "longer") negations++;
            return negations % 2 == 1;
        }
    }
}

/// <summary>What fills a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Type">The type asked for.</param>
/// <param name="Element">The mention, or the word.</param>
/// <param name="IsNationals">Whether a noun makes it the nationals of the state.</param>
/// <param name="IsStateItself">Whether a noun keeps it to the state itself.</param>
/// <param name="End">The end of the filler in the text, its noun included.</param>
internal sealed record Filler(string Role, RoleType Type, Element Element, bool IsNationals, bool IsStateItself, int End)
{
    /// <summary>The cases that the role asks for; none: it does not matter.</summary>
    public GrammaticalCase Cases { get; init; }
}
