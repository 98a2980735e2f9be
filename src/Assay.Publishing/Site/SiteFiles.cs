using System.Security.Cryptography;
using System.Text;
using Assay.Publishing.Page;

namespace Assay.Publishing.Site;

/// <summary>A file that pages refer to. Its name holds its hash, so that it may be kept for ever.</summary>
/// <param name="Path">Its path, as <c>/assets/site.3f2a….css</c>.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record SiteFile(string Path, string Type, byte[] Bytes);

/// <summary>The style sheet and the script of the site.</summary>
public static class SiteFiles
{
    // As many claims as the sheet shows the words of while their cards are pointed at; the rest go without.
    private const int MostPointed = 200;

    /// <summary>The style sheet.</summary>
    public static SiteFile Style { get; } = Named("site", "css", "text/css; charset=utf-8", $"{ArticlePage.Style.Value}\n{Text("site.css")}\n{Text("desk.css")}\n{ClaimStyle.For(MostPointed)}");

    /// <summary>The script, which nothing but comfort needs.</summary>
    public static SiteFile Script { get; } = Named("site", "js", "text/javascript; charset=utf-8", Text("site.js"));

    /// <summary>The style sheet of the cards that other sites show.</summary>
    public static SiteFile EmbedStyle { get; } = Named("embed", "css", "text/css; charset=utf-8", Text("embed.css"));

    internal static SiteFile Named(string name, string ending, string type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SiteFile($"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.{ending}", type, bytes);
    }

    internal static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SiteFiles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
