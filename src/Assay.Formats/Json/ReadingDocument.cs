using System.Text.Json.Serialization;
using Assay.Claims;
using Assay.Mentions;

namespace Assay.Formats.Json;

/// <summary>What was read in each sentence, as <c>docs/formats/reading.md</c> sets it out.</summary>
internal sealed record MentionsDocument(ArticleHead Article, IReadOnlyList<SentenceDocument> Sentences);

/// <summary>A sentence with its mentions.</summary>
internal sealed record SentenceDocument(string Quote, int Start, int End, IReadOnlyList<MentionDocument> Mentions);

/// <summary>A mention: of what kind, what it is taken for, and what it might have been.</summary>
internal sealed record MentionDocument(string Quote, int Start, int End, string Kind, string? Value, IReadOnlyList<LinkDocument>? Links, IReadOnlyList<RejectedLinkDocument>? Rejected);

/// <summary>An entity that a name is taken for.</summary>
internal sealed record LinkDocument(
    string Entity, string Name, string Kind, decimal Score, [property: JsonConverter(typeof(HyphenatedWord<LinkReason>))] LinkReason Reason, string? Alias);

/// <summary>An entity that a name is not taken for.</summary>
internal sealed record RejectedLinkDocument(string Entity, string Name, [property: JsonConverter(typeof(HyphenatedWord<LinkRejection>))] LinkRejection Why);

/// <summary>What each claim came from, and what was seen and let go.</summary>
internal sealed record ClaimsDocument(
    ArticleHead Article, IReadOnlyList<ClaimOriginDocument> Claims, IReadOnlyList<RejectedMatchDocument> Rejected,
    IReadOnlyList<NotCheckableDocument> NotCheckable, IReadOnlyList<PassedOverDocument> PassedOver);

/// <summary>A claim with the frame that found it.</summary>
internal sealed record ClaimOriginDocument(
    string Id, string Quote, int Start, int End, [property: JsonConverter(typeof(HyphenatedWord<ClaimKind>))] ClaimKind Kind, string Frame,
    [property: JsonConverter(typeof(HyphenatedWord<Stance>))] Stance Stance, string? Speaker, string? Time, string Expects,
    IReadOnlyList<QuoteDocument> Triggers, IReadOnlyList<RoleDocument> Roles, IReadOnlyList<QuestionDocument> Questions);

/// <summary>What filled a role.</summary>
internal sealed record RoleDocument(string Role, string Type, string Quote, int Start, int End, string? Value);

/// <summary>A question that a claim becomes, and how vague words are taken in it.</summary>
internal sealed record QuestionDocument(string Question, IReadOnlyDictionary<string, string> Choices, string? Open);

/// <summary>A match of a frame that made no claim.</summary>
internal sealed record RejectedMatchDocument(
    string Frame, [property: JsonConverter(typeof(HyphenatedWord<ClaimKind>))] ClaimKind Kind, string Quote, int Start, int End,
    [property: JsonConverter(typeof(HyphenatedWord<RejectionReason>))] RejectionReason Why, string? For);

/// <summary>A clause that is part of no claim.</summary>
internal sealed record PassedOverDocument(string Quote, int Start, int End, [property: JsonConverter(typeof(HyphenatedWord<PassReason>))] PassReason Why);
