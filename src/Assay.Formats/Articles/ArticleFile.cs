using System.Globalization;
using Assay.Articles;

namespace Assay.Formats.Articles;

/// <summary>
/// Reads an article from a file: plain text or Markdown (UTF-8, or UTF-16 with a byte order mark), a web page, a .docx document or a PDF,
/// up to <see cref="MostBytes"/> and <see cref="MostCharacters"/>. What is no such file is refused with one <see cref="Problem"/> that says where and how to mend it.
/// </summary>
public static class ArticleFile
{
    /// <summary>The largest file that is read: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The longest text that is read, markup taken off: a million characters, half as much again as a long novel.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataFileException">It is a folder, too large, empty, binary or not in an encoding that is read.</exception>
    /// <exception cref="IOException">It is missing or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not allowed.</exception>
    public static Article Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw Refused(new Problem("folder", path, 0, 0, "a folder", "a file of text", "name the files in it"));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.CanSeek && file.Length > MostBytes) throw TooLarge(path, $"{file.Length} bytes");
        return Read(file, path);
    }

    /// <summary>Reads an article from a stream.</summary>
    /// <param name="stream">The bytes; read to the end, or to one byte more than is allowed.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="InvalidDataFileException">It is too large, empty, binary or not in an encoding that is read.</exception>
    public static Article Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return Read(ReadAll(stream, name), name, name);
    }

    /// <summary>Reads an article from bytes, its format told by them and by the name of the file.</summary>
    internal static Article Read(byte[] bytes, string fileName, string name) => Bounded(FormatOf.Bytes(bytes, fileName) switch
    {
        ArticleFormat.Html => HtmlArticle.Read(bytes, name),
        ArticleFormat.Word => WordArticle.Read(bytes, name),
        ArticleFormat.Pdf => PdfArticle.Read(bytes, name),
        ArticleFormat.Markdown => MarkdownArticle.Read(TextOf(bytes, name), name),
        _ => Article.FromText(TextOf(bytes, name)),
    }, name);

    /// <summary>The article, if its text is no longer than is read.</summary>
    internal static Article Bounded(Article article, string name) => article.Text.Length <= MostCharacters ? article : throw TooLong(article.Text.Length, name);

    private static string TextOf(byte[] bytes, string name)
    {
        var text = ArticleText.Decode(bytes, name);
        if (string.IsNullOrWhiteSpace(text)) throw Refused(new Problem("empty", name, 0, 0, "nothing but blanks", "the text of an article", "check that it was saved"));
        return text.Length <= MostCharacters ? text : throw TooLong(text.Length, name);
    }

    private static InvalidDataFileException TooLong(int length, string name) => Refused(new Problem("too-long", name, 0, 0,
        string.Create(CultureInfo.InvariantCulture, $"a text of {length} characters"), string.Create(CultureInfo.InvariantCulture, $"at most {MostCharacters}"), "check that it is one article, or split it"));

    internal static InvalidDataFileException Refused(Problem problem) => new(problem.ToString(), [problem]);

    private static byte[] ReadAll(Stream stream, string name)
    {
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int count; (count = stream.Read(block)) > 0;)
        {
            bytes.Write(block, 0, count);
            if (bytes.Length > MostBytes) throw TooLarge(name, $"more than {MostBytes} bytes");
        }
        return bytes.ToArray();
    }

    internal static InvalidDataFileException TooLarge(string name, string found) =>
        Refused(new Problem("too-large", name, 0, 0, found, $"at most 10 MB ({MostBytes} bytes)", "check that it is one article, or split it"));
}
