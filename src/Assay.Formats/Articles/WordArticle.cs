using System.IO.Compression;
using System.Text;
using Assay.Articles;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assay.Formats.Articles;

/// <summary>Takes the article out of a word processor's document (.docx): its paragraphs in order, title and author from its properties.</summary>
internal static class WordArticle
{
    // Characters of markup in one part, unpacked: more is no article, whatever its packed size.
    private const long MostCharacters = 20_000_000;
    private const long MostUnpacked = 100_000_000;
    private const int MostDepth = 200;

    public static Article Read(byte[] bytes, string name)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            RefuseBomb(stream, name);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters, AutoSave = false });
            if (document.MainDocumentPart is not { } main) throw NotWord(name, "a ZIP archive without a document in it");
            var properties = document.PackageProperties;
            return new ArticleParts(TextOf(main, name)) { Title = properties.Title ?? "", Author = properties.Creator ?? "", Language = properties.Language ?? "" }.Compose(name);
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException or IOException or NotSupportedException)
        {
            throw NotWord(name, $"an archive that cannot be read ({error.Message.ReplaceLineEndings(" ")})");
        }
    }

    /// <summary>Unpacks the markup and throws it away: what a small archive unpacks to is told neither by its size nor by what it says of itself.</summary>
    private static void RefuseBomb(MemoryStream stream, string name)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            var block = new byte[64 * 1024];
            var unpacked = 0L;
            foreach (var entry in archive.Entries.Where(entry => Path.GetExtension(entry.FullName).ToUpperInvariant() is ".XML" or ".RELS"))
            {
                using var part = entry.Open();
                for (int count; (count = part.Read(block)) > 0;)
                    if ((unpacked += count) > MostUnpacked) throw NotWord(name, $"an archive that unpacks to more than {MostUnpacked / 1_000_000} MB of markup");
            }
        }
        stream.Position = 0;
    }

    private static string TextOf(MainDocumentPart main, string name)
    {
        var text = new StringBuilder();
        var paragraph = new StringBuilder();
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth) throw NotWord(name, $"markup nested deeper than {MostDepth}");
            if (reader.ElementType == typeof(Text) && reader.IsStartElement) paragraph.Append(reader.GetText());
            else if ((reader.ElementType == typeof(TabChar) || reader.ElementType == typeof(Break) || reader.ElementType == typeof(TableCell)) && reader.IsStartElement) paragraph.Append(' ');
            else if (reader.ElementType == typeof(Paragraph) && reader.IsEndElement) End();
        }
        End();
        return text.ToString();

        void End()
        {
            var words = paragraph.ToString().Trim();
            paragraph.Clear();
            if (words.Length == 0) return;
            if (text.Length > 0) text.Append("\n\n");
            text.Append(words);
        }
    }

    private static InvalidDataFileException NotWord(string name, string found) =>
        ArticleFile.Refused(new Problem("not-document", name, 0, 0, found, "a .docx document", "save the article's text as .txt"));
}
