using System.Collections.Immutable;

namespace Assay.Claims;

/// <summary>A pattern laid out for matching: each item knows what follows it, so that the matcher carries no list of what remains.</summary>
internal sealed class PatternStep
{
    private PatternStep(Pattern item, ImmutableArray<PatternStep?> choices, PatternStep? next)
    {
        Item = item;
        Choices = choices;
        Next = next;
    }

    /// <summary>The item; no <see cref="Pattern.Sequence"/>.</summary>
    public Pattern Item { get; }

    /// <summary>For <see cref="Pattern.Either"/> and <see cref="Pattern.Optional"/>: the ways on, each with what follows; null is the end.</summary>
    public ImmutableArray<PatternStep?> Choices { get; }

    /// <summary>What follows; null at the end.</summary>
    public PatternStep? Next { get; }

    /// <summary>Lays a pattern out.</summary>
    public static PatternStep? Of(Pattern pattern, PatternStep? next = null)
    {
        switch (pattern)
        {
            case Pattern.Sequence sequence:
                for (var i = sequence.Items.Length - 1; i >= 0; i--) next = Of(sequence.Items[i], next);
                return next;
            case Pattern.Either either:
                return new PatternStep(either, [.. either.Choices.Select(choice => Of(choice, next))], next);
            case Pattern.Optional optional:
                return new PatternStep(optional, [Of(optional.Inner, next), next], next);
            default:
                return new PatternStep(pattern, [], next);
        }
    }

    /// <summary>The items from a step on.</summary>
    public static IEnumerable<Pattern> Items(PatternStep? step)
    {
        for (; step is not null; step = step.Next) yield return step.Item;
    }
}
