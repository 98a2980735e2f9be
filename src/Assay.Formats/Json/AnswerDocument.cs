using System.Text.Json.Serialization;

namespace Assay.Formats.Json;

/// <summary>What the record says to a question. The family is closed, as <see cref="Answers.Answer"/> is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfTruth), "truth")]
[JsonDerivedType(typeof(OfInterval), "interval")]
[JsonDerivedType(typeof(OfSet), "set")]
[JsonDerivedType(typeof(OfRank), "rank")]
[JsonDerivedType(typeof(OfUnknown), "unknown")]
internal abstract record AnswerDocument
{
    private AnswerDocument() { }

    /// <summary>Yes or no.</summary>
    internal sealed record OfTruth(bool Truth, string Text) : AnswerDocument;

    /// <summary>A figure within bounds.</summary>
    internal sealed record OfInterval(decimal Low, decimal High, string Unit, string Text) : AnswerDocument;

    /// <summary>Entities, all there are if <paramref name="Complete"/>.</summary>
    internal sealed record OfSet(IReadOnlyList<EntityDocument> Members, bool Complete, string Text) : AnswerDocument;

    /// <summary>A place on a list, from 1.</summary>
    internal sealed record OfRank(int Best, int Worst, string List, string Text) : AnswerDocument;

    /// <summary>The record is silent; what would have to be known.</summary>
    internal sealed record OfUnknown(IReadOnlyList<string> Missing, string Text) : AnswerDocument;
}

/// <summary>An entity of the record.</summary>
internal sealed record EntityDocument(string Id, string Name);
