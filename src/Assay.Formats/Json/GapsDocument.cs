using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Findings.Changes;

namespace Assay.Formats.Json;

/// <summary>The rows that are missing for some articles, as <c>docs/formats/gaps.md</c> sets it out.</summary>
internal sealed record GapsDocument(IReadOnlyList<string> Articles, IReadOnlyList<GapDocument> Gaps);

/// <summary>A missing row, how many verdicts it would decide, and the claims that it bears on.</summary>
internal sealed record GapDocument(
    string? Table, string? Subject, string? Object, string? Indicator, string? Period, string? Row, string Text,
    int Surely, int Could, int WithOthers, int Untried,
    IReadOnlyList<GapClaimDocument> Claims);

/// <summary>A claim that a missing row bears on.</summary>
internal sealed record GapClaimDocument(string Article, string Id, [property: JsonConverter(typeof(HyphenatedWord<Decides>))] Decides Decides);

/// <summary>Writes ranked gaps as JSON.</summary>
public static class GapsJson
{
    private static readonly JsonSerializerOptions Readable = new(DocumentContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the gaps to the stream, with a line break at the end.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="articles">The articles they are of.</param>
    /// <param name="gaps">The gaps, in their order.</param>
    public static void Write(Stream stream, IEnumerable<string> articles, ImmutableArray<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(stream);
        JsonSerializer.Serialize(stream, new GapsDocument([.. articles], [.. gaps.Select(Gap)]), new DocumentContext(new(Readable)).GapsDocument);
        stream.Write("\n"u8);
    }

    private static GapDocument Gap(Gap gap) => new(
        Known(gap.Row.Table), gap.Row.Subject?.ToString(), gap.Row.Object?.ToString(), Known(gap.Row.Indicator), Known(gap.Row.Period), gap.Row.Row?.ToString(), gap.Row.Text,
        gap.Count(Decides.Surely), gap.Count(Decides.Could), gap.Count(Decides.WithOthers), gap.Count(Decides.Untried),
        [.. gap.Claims.Select(claim => new GapClaimDocument(claim.Article, claim.Claim, claim.Decides))]);

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
