using System.Text.Json.Serialization;
using Assay.Claims;
using Assay.Claims.Corrections;

namespace Assay.Formats.Json;

/// <summary>Corrections as <c>docs/formats/corrections.md</c> sets them out, the oldest first.</summary>
internal sealed record CorrectionsDocument(IReadOnlyList<CorrectionDocument> Corrections);

/// <summary>One correction. The family is closed, as <see cref="Correction"/> is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(OfChange), "change")]
[JsonDerivedType(typeof(OfDrop), "drop")]
[JsonDerivedType(typeof(OfAdd), "add")]
[JsonDerivedType(typeof(OfSplit), "split")]
[JsonDerivedType(typeof(OfMerge), "merge")]
internal abstract record CorrectionDocument
{
    private CorrectionDocument() { }

    internal sealed record OfChange(ClaimRefDocument Claim, FormDocument Form) : CorrectionDocument;

    internal sealed record OfDrop(ClaimRefDocument Claim, string Reason) : CorrectionDocument;

    internal sealed record OfAdd(QuoteDocument At, FormDocument Form) : CorrectionDocument;

    internal sealed record OfSplit(ClaimRefDocument Claim, IReadOnlyList<PartDocument> Parts) : CorrectionDocument;

    internal sealed record OfMerge(IReadOnlyList<ClaimRefDocument> Claims, FormDocument Form) : CorrectionDocument;
}

/// <summary>The claim that is corrected.</summary>
internal sealed record ClaimRefDocument(string Id, [property: JsonConverter(typeof(HyphenatedWord<ClaimKind>))] ClaimKind Kind, string Quote, int Start, int End)
{
    public string About { get; set; } = "";
}

/// <summary>A part of a claim that is split.</summary>
internal sealed record PartDocument(QuoteDocument At, FormDocument Form);

/// <summary>A claim as a person fills it in. What may be left out has a setter: of an init-only member the generated reader forgets the usual value.</summary>
internal sealed record FormDocument
{
    [JsonConverter(typeof(HyphenatedWord<ClaimKind>))]
    public required ClaimKind Kind { get; init; }

    [JsonConverter(typeof(HyphenatedWord<Stance>))]
    public Stance Stance { get; set; }

    public string Speaker { get; set; } = "";

    public OrderedDictionary<string, string> Roles { get; set; } = [];

    public string Expects { get; set; } = "yes";

    public string Time { get; set; } = ClaimForm.AsOfArticle;
}

/// <summary>What a person did to a claim of a checked article.</summary>
internal sealed record CorrectedDocument(
    [property: JsonConverter(typeof(HyphenatedWord<CorrectionKind>))] CorrectionKind How, IReadOnlyList<int> Corrections, IReadOnlyList<ClaimRefDocument> Before, IReadOnlyList<DifferenceDocument> Differences);

/// <summary>A field of a form that says something else than before.</summary>
internal sealed record DifferenceDocument(string Field, string From, string To);

/// <summary>A claim that a person dropped, or merged into another.</summary>
internal sealed record DroppedDocument(ClaimRefDocument Claim, string? Reason, string? Into, int Correction);

/// <summary>A correction that was not applied.</summary>
internal sealed record SetAsideDocument(int Correction, [property: JsonConverter(typeof(HyphenatedWord<Misfit>))] Misfit Why, string Text, IReadOnlyList<FormProblemDocument> Problems);

/// <summary>What is wrong with a field of a form.</summary>
internal sealed record FormProblemDocument(string Field, string Code, string Found, string Expected, IReadOnlyList<string> DidYouMean);
