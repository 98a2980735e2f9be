using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Assay.Web.Open;

/// <summary>Writes JSON as the rest of the program does: letters as they are, nothing in it that could end the element of a page that it stands in.</summary>
internal static class OpenJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Bytes(JsonNode document) => [.. System.Text.Encoding.UTF8.GetBytes(document.ToJsonString(Options)), (byte)'\n'];
}
