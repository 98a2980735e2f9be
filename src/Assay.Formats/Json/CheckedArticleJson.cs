using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Findings;

namespace Assay.Formats.Json;

/// <summary>
/// Writes a checked article as JSON, by the contract of <c>docs/formats/output.md</c>. The same result gives the same bytes: UTF-8, two
/// blanks a level, <c>\n</c> between lines. Letters of every script are written as they are (those beyond the basic plane escaped); <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>
/// are escaped, so that the text can stand in a page.
/// </summary>
public static class CheckedArticleJson
{
    private static readonly JsonTypeInfo<ArticleDocument> Shape = new DocumentContext(
        new JsonSerializerOptions(DocumentContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ArticleDocument;

    /// <summary>Writes <paramref name="result"/> to the stream, with a line break at the end.</summary>
    public static void Write(Stream stream, CheckedArticle result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        Write(stream, new DocumentBuilder(result).Build());
    }

    internal static void Write(Stream stream, ArticleDocument document)
    {
        stream.Write(SafeInPage(JsonSerializer.SerializeToUtf8Bytes(document, Shape)));
        stream.Write("\n"u8);
    }

    /// <summary>Reads what <see cref="Write(Stream, CheckedArticle)"/> wrote; a member that the contract doesn't have is refused.</summary>
    /// <exception cref="JsonException">It is not JSON, or not by the contract.</exception>
    internal static ArticleDocument Read(Stream stream) =>
        JsonSerializer.Deserialize(stream, Shape) ?? throw new JsonException("A checked article is an object, not null.");

    /// <summary>In JSON these three characters occur in strings only, so each can be exchanged for its escape wherever it stands.</summary>
    internal static byte[] SafeInPage(byte[] json)
    {
        using var safe = new MemoryStream(json.Length);
        foreach (var value in json)
        {
            switch (value)
            {
                case (byte)'<': safe.Write("\\u003C"u8); break;
                case (byte)'>': safe.Write("\\u003E"u8); break;
                case (byte)'&': safe.Write("\\u0026"u8); break;
                default: safe.WriteByte(value); break;
            }
        }
        return safe.ToArray();
    }
}
