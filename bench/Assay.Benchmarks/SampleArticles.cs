using System.Text;
using Assay.Articles;

namespace Assay.Benchmarks;

/// <summary>Articles to measure with, made of the paragraphs of <c>examples/</c> in another order each.</summary>
internal static class SampleArticles
{
    private static readonly string[] Paragraphs = [.. Directory.GetFiles(Folder(), "*.txt").Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadAllLines(file)).Where(line => line.Length > 80)];

    /// <summary>So many articles of about so many characters, the same in every run.</summary>
    public static Article[] Make(int count, int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Article.FromText(TextOf(length, random)))];
    }

    private static string TextOf(int length, Random random)
    {
        var text = new StringBuilder("Date: 2025-06-17\n\n");
        while (text.Length < length) text.Append(Paragraphs[random.Next(Paragraphs.Length)]).Append('\n');
        return text.ToString(0, length);
    }

    /// <summary>The articles of <c>examples/</c> as they are.</summary>
    public static Article[] Examples() => [.. Directory.GetFiles(Folder(), "*.txt").Order(StringComparer.Ordinal).Select(file => Article.FromText(File.ReadAllText(file)))];

    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assay.slnx"))) folder = folder.Parent;
        return Path.Combine((folder ?? throw new DirectoryNotFoundException("No checkout above the benchmarks.")).FullName, "examples");
    }
}
