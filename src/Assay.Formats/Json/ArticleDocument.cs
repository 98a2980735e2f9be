using System.Text.Json.Serialization;
using Assay.Claims;
using Assay.Findings;

namespace Assay.Formats.Json;

/// <summary>A checked article as <c>docs/formats/output.md</c> sets it out. What is not known is null; an empty list means none.</summary>
internal sealed record ArticleDocument(
    ArticleHead Article,
    IReadOnlyList<PackDocument> Evidence,
    string? AsOf,
    string? Later,
    IReadOnlyList<ClaimDocument> Claims,
    IReadOnlyList<NotCheckableDocument> NotCheckable,
    CoverageDocument Coverage)
{
    /// <summary>The claims that people dropped; left out where the article was checked as it is read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DroppedDocument>? Dropped { get; init; }

    /// <summary>The corrections that were not applied; left out where all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SetAsideDocument>? SetAside { get; init; }
}

/// <summary>What the article says of itself.</summary>
internal sealed record ArticleHead(string? Title, string? Author, string? Publisher, string? Date, string? Url, string Language);

/// <summary>A pack that the result rests on.</summary>
internal sealed record PackDocument(string Pack, string Version, string Sha256);

/// <summary>A claim with its verdict, the answer it was compared with, and the proof of that.</summary>
internal sealed record ClaimDocument
{
    public required string Id { get; init; }

    public required string Quote { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    [JsonConverter(typeof(HyphenatedWord<ClaimKind>))]
    public required ClaimKind Kind { get; init; }

    [JsonConverter(typeof(HyphenatedWord<Stance>))]
    public required Stance Stance { get; init; }

    public required string Question { get; init; }

    public required string Expects { get; init; }

    public required string? Time { get; init; }

    [JsonConverter(typeof(NameAsWritten<Verdict>))]
    public required Verdict Verdict { get; init; }

    public required AnswerDocument Answer { get; init; }

    public required string Justification { get; init; }

    public required IReadOnlyList<string> Weak { get; init; }

    public required IReadOnlyList<ReadingDocument> Readings { get; init; }

    public required ProofDocument Proof { get; init; }

    public required IReadOnlyList<SourceDocument> Sources { get; init; }

    public required IReadOnlyList<QuoteDocument> Also { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required LaterDocument? Later { get; init; }

    public required YearsDocument? OtherYears { get; init; }

    public required IReadOnlyList<FlipDocument>? Flips { get; init; }

    public required IReadOnlyList<MissingDocument>? Missing { get; init; }

    /// <summary>What a person did to it; left out where it is as it was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CorrectedDocument? Corrected { get; init; }
}

/// <summary>One reading of a claim's vague words. <see cref="Choices"/> maps each word to what it is taken for.</summary>
internal sealed record ReadingDocument(
    OrderedDictionary<string, string> Choices,
    string Question,
    AnswerDocument Answer,
    [property: JsonConverter(typeof(NameAsWritten<Verdict>))] Verdict Verdict);

/// <summary>A source that the proof cites.</summary>
internal sealed record SourceDocument(string Id, string Publisher, string Title, string? Date, string? Url);

/// <summary>A stretch of the article.</summary>
internal sealed record QuoteDocument(string Quote, int Start, int End);

/// <summary>A passage that is no claim.</summary>
internal sealed record NotCheckableDocument(string Id, string Quote, int Start, int End, string Why);

/// <summary>How many sentences were read, and what became of them.</summary>
internal sealed record CoverageDocument(int Sentences, int WithClaims, int NotCheckable, int Background);
