using System.Collections.Immutable;

namespace Assay.Records;

/// <summary>The view that answers a question put in words.</summary>
public enum AskedView
{
    /// <summary>Who owns it?</summary>
    Own,
    /// <summary>How much of it is whose?</summary>
    Share,
    /// <summary>Who belongs to a body?</summary>
    Members,
    /// <summary>Which agreements?</summary>
    Agreements,
    /// <summary>Who produces the most?</summary>
    Rank,
    /// <summary>By which ways does it leave?</summary>
    Routes,
    /// <summary>What ties two states?</summary>
    Ties,
}

/// <summary>Which questions in words are answered from the record directly: data of <c>rules/en/ask.yaml</c>.</summary>
/// <param name="Questions">The questions, in the order in which they are tried.</param>
/// <param name="Auxiliaries">Words that begin a question of yes or no.</param>
/// <param name="GoodsOf">How a commodity of a country is put.</param>
public sealed record AskRules(ImmutableArray<AskPattern> Questions, ImmutableArray<string> Auxiliaries, ImmutableArray<string> GoodsOf)
{
    /// <summary>No questions.</summary>
    public static AskRules Empty { get; } = new([], [], []);
}

/// <summary>A question in words with slots, and the view that answers it.</summary>
/// <param name="View">The view.</param>
/// <param name="Words">The words, slots in braces.</param>
public sealed record AskPattern(AskedView View, string Words);
