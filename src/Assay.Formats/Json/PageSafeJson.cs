using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Formats.Json;

/// <summary>
/// Writes JSON that may stand inside a page: no text can end the element that it stands in. Letters of every script are written as they are;
/// half a surrogate pair becomes U+FFFD.
/// </summary>
internal static class PageSafeJson
{
    /// <summary>The options of a context with letters left as they are.</summary>
    public static JsonSerializerOptions Relaxed(JsonSerializerOptions options) => new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8 with a line break at the end.</summary>
    public static byte[] Bytes<T>(T document, JsonTypeInfo<T> shape) =>
        [.. CheckedArticleJson.SafeInPage(JsonSerializer.SerializeToUtf8Bytes(document, shape)), (byte)'\n'];
}
