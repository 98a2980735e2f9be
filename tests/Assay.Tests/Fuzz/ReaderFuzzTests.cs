using System.IO.Compression;
using System.Text;
using Assay.Formats;
using Assay.Formats.Articles;
using Assay.Tests.Articles;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>Whatever the bytes of an article, its reader gives a text or says what is wrong with them.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])["<div>", "</div>", "<p>", "<table>", "<td>", "<svg>", "<math>", "<template>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<style>", "<meta charset=utf-16>", "<meta charset=nonsense>",
            "<meta name=date content=9999-99-99>", "<script type=\"application/ld+json\">{\"@type\":[{}],\"headline\":[[[", "<base href=\"http://[\">", "<a href=\"javascript:1\">", "&#0;", "&#x110000;", "&nbsp;", "<link rel=canonical href=\"//\">",
            "---\n", "title: [", "title: &a [*a]\n", "date: 0000-00-00\n", "# ", "> ", "* ", "    ", "```", "|a|b|\n|-|-|\n", "[^1]", "[a](b \"c\")", "![", "**", "Title: ", "Date: 0001-01-01\n", "Language: xx\n", "Source: http://\n", "Disclaimer: \n",
            "\r", "\n\n", "\t", "\u202e", "\ufeff", "PK\u0003\u0004", "%PDF-", "<w:p>", "</w:p>", "<w:t>", "&e;", "<!DOCTYPE x [<!ENTITY e \"e\">]>"]).Select(Encoding.UTF8.GetBytes),
        [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    [Fact]
    public void Text() => FuzzRun.Over(400, random => Read(Mutation.Of(Encoding.UTF8.GetBytes("Title: Whose harbour?\nDate: 2024-11-02\n\nThule owns 40 percent of it.\n\nSource: https://lamp.example/x\nDisclaimer: ours.\n"), Pieces, random), "a.txt"));

    [Fact]
    public void Markdown() => FuzzRun.Over(250, random => Read(Mutation.Of(Encoding.UTF8.GetBytes("---\ntitle: Whose harbour?\nauthor: [A, B]\n---\n\n# Head\n\nThule owns **40 percent** of [it](https://x.example).\n\n* one\n* two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), Pieces, random), "a.md"));

    [Fact]
    public void Web_pages() => FuzzRun.Over(150, random => Read(Mutation.Of(Encoding.UTF8.GetBytes(ArticleFormatTests.Page), Pieces, random), "a.html"));

    [Fact]
    public void Documents() => FuzzRun.Over(150, random => Read(Mutation.Of(ArticleFormatTests.SmallDocument(), Pieces, random), "a.docx"));

    /// <summary>Damage to the archive seldom gets as far as to the markup: here it is the markup that is damaged.</summary>
    [Fact]
    public void Markup_of_documents() => FuzzRun.Over(150, random =>
    {
        using var stream = new MemoryStream();
        stream.Write(ArticleFormatTests.SmallDocument());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries[random.Next(archive.Entries.Count)];
            using var part = entry.Open();
            using var old = new MemoryStream();
            part.CopyTo(old);
            part.SetLength(0);
            part.Write(Mutation.Of(old.ToArray(), Pieces, random));
        }
        Read(stream.ToArray(), "a.docx");
    });

    [Fact]
    public void Bytes_of_any_kind() => FuzzRun.Over(400, random =>
    {
        var bytes = new byte[random.Next(300)];
        random.NextBytes(bytes);
        Read(Mutation.Of(bytes, Pieces, random), random.Next(2) == 0 ? "a.txt" : "a.md");
    });

    private static void Read(byte[] bytes, string name)
    {
        // What begins as a PDF goes to another program, which is not what is tried here.
        if (bytes.AsSpan().StartsWith("%PDF-"u8)) return;
        try
        {
            using var stream = new MemoryStream(bytes);
            var article = ArticleFile.Read(stream, name);
            Assert.False(string.IsNullOrWhiteSpace(article.Text));
            Assert.InRange(article.Body.End, article.Body.Start, article.Text.Length);
        }
        catch (InvalidDataFileException error)
        {
            Assert.NotEmpty(error.Problems);
        }
    }
}
