using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Articles;

namespace Assay.Formats.Articles;

/// <summary>Takes the text out of a PDF with <c>pdftotext</c> (Poppler), where that is installed; its lines are joined to paragraphs.</summary>
internal static class PdfArticle
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    public static Article Read(byte[] bytes, string name)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return new ArticleParts(Paragraphs(Extract(path, name))).Compose(name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Extract(string path, string name)
    {
        var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-nopgbrk", "-q", path, "-"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start) ?? throw new Win32Exception();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var reading = Task.Run(() => ReadBounded(process.StandardOutput));
            if (reading.Wait(MostTime) && reading.Result is { } text && process.WaitForExit(MostTime) && process.ExitCode == 0) return text;
            var isOver = process.HasExited;
            process.Kill(entireProcessTree: true);
            throw Refused(name, isOver ? "a PDF that pdftotext cannot read" : string.Create(CultureInfo.InvariantCulture, $"a PDF that takes pdftotext more than {MostTime.TotalSeconds} s or gives more than 10 MB"), "save the article's text as .txt");
        }
        catch (Win32Exception)
        {
            throw Refused(name, "a PDF, and no pdftotext to read it", "install poppler-utils, or save the article's text as .txt");
        }
    }

    // Null where it is more than an article may be.
    private static string? ReadBounded(StreamReader reader)
    {
        var text = new StringBuilder();
        var block = new char[64 * 1024];
        for (int count; (count = reader.Read(block)) > 0;)
            if (text.Append(block, 0, count).Length > ArticleFile.MostBytes) return null;
        return text.ToString();
    }

    /// <summary>Blank lines part paragraphs; within one, lines are joined, and a word cut by a hyphen at the end of its line is made whole.</summary>
    private static string Paragraphs(string text)
    {
        var whole = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0)
            {
                if (whole.Length > 0 && whole[^1] != '\n') whole.Append("\n\n");
                continue;
            }
            if (whole.Length > 1 && whole[^1] == '-' && char.IsLower(whole[^2]) && char.IsLower(line[0])) whole.Length--;
            else if (whole.Length > 0 && whole[^1] != '\n') whole.Append(' ');
            whole.Append(line);
        }
        return whole.ToString().TrimEnd();
    }

    private static InvalidDataFileException Refused(string name, string found, string mend) =>
        ArticleFile.Refused(new Problem("pdf", name, 0, 0, found, "a PDF with text in it", mend));
}
