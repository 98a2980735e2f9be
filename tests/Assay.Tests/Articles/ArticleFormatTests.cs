using System.IO.Compression;
using System.Text;
using Assay.Articles;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Articles;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Assay.Tests.Articles;

/// <summary>Web pages, Markdown, .docx and PDF: what is taken of them, and what hostile ones come to.</summary>
public sealed class ArticleFormatTests
{
    private const string Filler = "The harbour has seen many flags, and the people on its quays have learned to read them. Nobody asks any more whose grain it is that lies in the sheds, or who will sail with it in the spring. ";

    internal static readonly string Page = $$"""
        <!DOCTYPE html><html lang="en-GB"><head><title>Whose harbour? | The Lamp</title>
        <meta property="og:site_name" content="The Lamp"><meta property="article:published_time" content="2024-11-02T23:30:00+09:00">
        <link rel="canonical" href="https://lamp.example/harbour">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Whose harbour?","author":[{"@type":"Person","name":"A. Wick"}]}</script></head>
        <body><nav><p>Home</p></nav><div class="sidebar"><p>Subscribe: owners hold 99 percent of everything.</p></div>
        <article><h1>Whose harbour?</h1><p>Thule owns <b>40&nbsp;percent</b> of the&shy; harbour.</p><p hidden>A secret.</p><p>{{Filler}}{{Filler}}</p><p>{{Filler}}</p></article>
        <footer><p>© The Lamp</p></footer><script>alert("Thule left")</script></body></html>
        """;

    [Fact]
    public void Of_a_web_page_the_article_is_taken_and_what_it_says_of_itself()
    {
        var article = Read(Encoding.UTF8.GetBytes(Page), "page.html");
        Assert.Equal(("Whose harbour?", "A. Wick", "The Lamp", "https://lamp.example/harbour", "en"), (article.Title, article.Author, article.Publisher, article.Url, article.Language));
        Assert.Equal(new PartialDate(2024, 11, 2), article.Date);
        var body = article.Quote(article.Body);
        Assert.Contains("Thule owns 40 percent of the harbour.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Subscribe", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Thule left", body, StringComparison.Ordinal);
        Assert.DoesNotContain("©", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_encoding_of_a_page_is_the_one_that_it_declares()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes("<html><head><meta charset=windows-1251></head><body><p>Гавань принадлежит Туле.</p></body></html>");
        Assert.Contains("Гавань принадлежит Туле.", Read(bytes, "page.html").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_declares_no_encoding_is_utf8_or_refused()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html><head></head><body><p>Гавань принадлежит Туле.</p></body></html>";
        Assert.Contains("Гавань принадлежит Туле.", Read(Encoding.UTF8.GetBytes(page), "page.html").Text, StringComparison.Ordinal);
        Assert.Contains("WINDOWS-1251", Refused(Encoding.GetEncoding("windows-1251").GetBytes(page), "page.html").Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.md", "")]
    [InlineData("a.html", "<html><body><p>")]
    public void A_text_longer_than_any_article_is_refused(string name, string before) =>
        Assert.Equal("too-long", Refused(Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat("Thule owns it and ", 60_000))), name).Code);

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<div><p></p>", "</div>")]
    [InlineData("<b>", "")]
    [InlineData("<table><tr><td>", "")]
    public void A_page_nested_without_end_is_refused_at_once(string open, string close)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(open, 100_000)) + "Thule owns it." + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Equal("too-deep", Refused(Encoding.UTF8.GetBytes(page), "deep.html").Code);
    }

    [Fact]
    public void A_page_nested_deep_but_not_without_end_still_gives_its_text()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 2_000)) + "Thule owns it." + string.Concat(Enumerable.Repeat("</div>", 2_000));
        Assert.Equal("Thule owns it.", Read(Encoding.UTF8.GetBytes(page), "deep.html").Text.Trim());
    }

    [Fact]
    public void Front_matter_of_markdown_is_metadata_and_markup_is_none_of_the_text()
    {
        var article = Read("---\ntitle: Whose harbour?\nauthor: [A. Wick, B. Flint]\ndate: 2024-11-02\n---\n\nThule owns **40 percent** of the [harbour](https://x.example).\n\n* It is ours.\n"u8.ToArray(), "a.md");
        Assert.Equal(("Whose harbour?", "A. Wick, B. Flint"), (article.Title, article.Author));
        Assert.Equal(new PartialDate(2024, 11, 2), article.Date);
        Assert.Equal("Thule owns 40 percent of the harbour.\n\nIt is ours.", article.Quote(article.Body));
    }

    [Fact]
    public void The_first_heading_of_markdown_is_the_title() =>
        Assert.Equal("Whose harbour?", Read("# Whose harbour?\n\nThule owns it.\n"u8.ToArray(), "a.md").Title);

    [Theory]
    [InlineData('>', 100_000)]
    [InlineData('[', 2_000)]
    public void Markdown_nested_without_end_is_refused(char mark, int times) =>
        Assert.Equal("too-deep", Refused(Encoding.UTF8.GetBytes(new string(mark, times) + " x"), "a.md").Code);

    [Fact]
    public void Front_matter_that_its_reader_fails_on_says_nothing() =>
        Assert.Contains("Thule owns it.", Read("---\ntitle: [\u202e, &a [*a], :\n---\n\nThule owns it.\n"u8.ToArray(), "a.md").Text, StringComparison.Ordinal);

    [Fact]
    public void A_docx_gives_its_paragraphs_and_properties()
    {
        var article = Read(SmallDocument(), "a.docx");
        Assert.Equal("Whose harbour?", article.Title);
        Assert.Equal("Thule owns 40 percent.\n\nIt is ours.", article.Quote(article.Body));
    }

    [Theory]
    [InlineData("<w:p>", 100_000, "")]
    [InlineData("<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>", 400_000, "")]
    [InlineData("<w:p/>", 20_000_000, "")]
    [InlineData("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", 1, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>")]
    public void A_hostile_docx_is_refused(string content, int times, string prolog)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Write("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Write("word/document.xml", prolog + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(Enumerable.Repeat(content, times)) + "</w:body></w:document>");

            void Write(string name, string text)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        }
        Assert.Equal("not-document", Refused(stream.ToArray(), "a.docx").Code);
    }

    [Fact]
    public void A_pdf_gives_its_text_or_says_what_is_needed_to_read_it()
    {
        var pdf = SmallPdf("Thule owns 40 percent of the harbour.");
        if (OperatingSystem.IsWindows() || !Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))))
            Assert.Contains("pdftotext", Refused(pdf, "a.pdf").Found, StringComparison.Ordinal);
        else
            Assert.Contains("Thule owns 40 percent of the harbour.", Read(pdf, "a.pdf").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_cut_of_a_file_does_worse_than_to_be_refused()
    {
        var page = Encoding.UTF8.GetBytes(Page);
        for (var length = 1; length < page.Length; length += 37)
        {
            try
            {
                Read(page[..length], "a.html");
            }
            catch (InvalidDataFileException error)
            {
                Assert.NotEmpty(error.Problems);
            }
        }
    }

    internal static byte[] SmallDocument()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = "Whose harbour?";
            document.AddMainDocumentPart().Document = new Document(new Body(
                new Paragraph(new Run(new Text("Thule owns ") { Space = SpaceProcessingModeValues.Preserve }), new Run(new Text("40 percent."))),
                new Paragraph(new Run(new Text("It is ours.")))));
        }
        return stream.ToArray();
    }

    private static byte[] SmallPdf(string words)
    {
        var text = $"BT /F1 12 Tf 72 700 Td ({words}) Tj ET";
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var body in (string[])["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", $"<</Length {text.Length}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"])
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{body}\nendobj\n");
        }
        var start = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static Article Read(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        return ArticleFile.Read(stream, name);
    }

    private static Problem Refused(byte[] bytes, string name) =>
        Assert.Single(Assert.Throws<InvalidDataFileException>(() => Read(bytes, name)).Problems);
}
