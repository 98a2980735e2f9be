using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;

namespace Assay.Formats.Json;

/// <summary>
/// Reads and writes corrections as JSON, by <c>docs/formats/corrections.md</c>. What the contract does not have is refused, with where it stands;
/// whether a correction fits an article shows when it is applied.
/// </summary>
public static class CorrectionsJson
{
    private const int MostBytes = 10_000_000;

    private static readonly DocumentContext Context = new(new JsonSerializerOptions(DocumentContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowOutOfOrderMetadataProperties = true, MaxDepth = 16,
    });

    /// <summary>Reads a file of corrections: at most 10 MB.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it where something is wrong.</param>
    /// <exception cref="InvalidDataFileException">It is not JSON, or not by the contract; says where.</exception>
    public static ImmutableArray<Correction> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var length)
        {
            if (bytes.Length + length > MostBytes) throw Refused(new Problem("too-large", name, 0, 0, "more than 10 MB", "at most 10 MB", "split the article, or look what the file is"));
            bytes.Write(buffer, 0, length);
        }
        return Guarded(name, () =>
        {
            var document = JsonSerializer.Deserialize(Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), Context.CorrectionsDocument) ?? throw new JsonException("null stands where an object is expected", "$", 0, 0);
            return document.Corrections.Select((one, i) => Correction(one, string.Create(CultureInfo.InvariantCulture, $"$.corrections[{i}]"))).ToImmutableArray();
        });
    }

    /// <summary>Reads one correction that <see cref="ToText"/> wrote.</summary>
    /// <exception cref="InvalidDataFileException">It is not JSON, or not by the contract; says where.</exception>
    public static Correction Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Guarded("correction", () => Correction(JsonSerializer.Deserialize(text, Context.CorrectionDocument) ?? throw new JsonException("null stands where an object is expected", "$", 0, 0), "$"));
    }

    /// <summary>Writes a file of corrections, with a line break at the end.</summary>
    public static void Write(Stream stream, IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(corrections);
        stream.Write(CheckedArticleJson.SafeInPage(JsonSerializer.SerializeToUtf8Bytes(new CorrectionsDocument([.. corrections.Select(Document)]), Context.CorrectionsDocument)));
        stream.Write("\n"u8);
    }

    /// <summary>One correction as JSON, for a store.</summary>
    public static string ToText(Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return JsonSerializer.Serialize(Document(correction), Context.CorrectionDocument);
    }

    internal static ClaimRefDocument Ref(ClaimRef claim) => new(claim.Id, claim.Kind, claim.At.Quote, claim.At.Span.Start, claim.At.Span.End) { About = claim.About };

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var mark = Encoding.UTF8.Preamble;
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
    }

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException error)
        {
            var (line, column) = ((int)Math.Min(error.LineNumber ?? -1, int.MaxValue - 1) + 1, (int)Math.Min(error.BytePositionInLine ?? -1, int.MaxValue - 1) + 1);
            throw Refused(new Problem("not-by-the-contract", name, line, line == 0 ? 0 : column, $"{error.Path ?? "$"}: {FirstSentence(error.Message)}", "corrections as docs/formats/corrections.md has them", "correct or leave out what stands there"));
        }
        catch (DecoderFallbackException)
        {
            throw Refused(new Problem("not-utf-8", name, 0, 0, "bytes that are no UTF-8", "JSON in UTF-8", "save the file as UTF-8"));
        }
    }

    private static string FirstSentence(string message) => message.Split(" Path: ", 2)[0].ReplaceLineEndings(" ").TrimEnd('.');

    private static InvalidDataFileException Refused(Problem problem) => new(problem.ToString(), [problem]);

    private static CorrectionDocument Document(Correction correction) => correction switch
    {
        Correction.Change change => new CorrectionDocument.OfChange(Ref(change.Claim), Document(change.Form)),
        Correction.Drop drop => new CorrectionDocument.OfDrop(Ref(drop.Claim), drop.Reason),
        Correction.Add add => new CorrectionDocument.OfAdd(Document(add.Claim.At), Document(add.Claim.Form)),
        Correction.Split split => new CorrectionDocument.OfSplit(Ref(split.Claim), [.. split.Parts.Select(part => new PartDocument(Document(part.At), Document(part.Form)))]),
        Correction.Merge merge => new CorrectionDocument.OfMerge([.. merge.Claims.Select(Ref)], Document(merge.Form)),
        _ => throw new UnreachableException($"No such correction: {correction.GetType().Name}"),
    };

    private static QuoteDocument Document(QuotedSpan at) => new(at.Quote, at.Span.Start, at.Span.End);

    private static FormDocument Document(ClaimForm form) => new()
    {
        Kind = form.Kind, Stance = form.Stance, Speaker = form.Speaker, Roles = new OrderedDictionary<string, string>(form.Roles), Expects = form.Expects, Time = form.Time,
    };

    private static Correction Correction(CorrectionDocument? document, string path) => document switch
    {
        null => throw Null(path),
        CorrectionDocument.OfChange change => new Correction.Change(Ref(change.Claim, $"{path}.claim"), Form(change.Form, $"{path}.form")),
        CorrectionDocument.OfDrop drop => new Correction.Drop(Ref(drop.Claim, $"{path}.claim"), drop.Reason),
        CorrectionDocument.OfAdd add => new Correction.Add(new FormAt(Span(add.At, $"{path}.at"), Form(add.Form, $"{path}.form"))),
        CorrectionDocument.OfSplit split => new Correction.Split(Ref(split.Claim, $"{path}.claim"), [.. split.Parts.Select((part, i) => Part(part, string.Create(CultureInfo.InvariantCulture, $"{path}.parts[{i}]")))]),
        CorrectionDocument.OfMerge merge => new Correction.Merge([.. merge.Claims.Select((claim, i) => Ref(claim, string.Create(CultureInfo.InvariantCulture, $"{path}.claims[{i}]")))], Form(merge.Form, $"{path}.form")),
        _ => throw new UnreachableException($"No such correction: {document.GetType().Name}"),
    };

    private static FormAt Part(PartDocument? part, string path) => part is null ? throw Null(path) : new FormAt(Span(part.At, $"{path}.at"), Form(part.Form, $"{path}.form"));

    private static ClaimRef Ref(ClaimRefDocument? claim, string path) =>
        claim is null ? throw Null(path) : new ClaimRef(claim.Id, new QuotedSpan(Span(claim.Start, claim.End, path), claim.Quote), claim.Kind) { About = claim.About };

    private static QuotedSpan Span(QuoteDocument at, string path) => new(Span(at.Start, at.End, path), at.Quote);

    private static TextSpan Span(int start, int end, string path) =>
        start >= 0 && end > start ? new TextSpan(start, end) : throw new JsonException($"start {start} and end {end} bound no words: expected 0 or more, and an end after it", path, null, null);

    private static ClaimForm Form(FormDocument form, string path)
    {
        foreach (var (role, filling) in form.Roles)
            if (filling is null) throw Null($"{path}.roles.{role}");
        return new ClaimForm
        {
            Kind = form.Kind, Stance = form.Stance, Speaker = form.Speaker, Roles = form.Roles.ToImmutableSortedDictionary(StringComparer.Ordinal), Expects = form.Expects, Time = form.Time,
        };
    }

    private static JsonException Null(string path) => new("null stands where a value is expected", path, null, null);
}
