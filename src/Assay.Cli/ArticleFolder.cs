using Assay.Formats.Articles;

namespace Assay.Cli;

/// <summary>An article as the user named it.</summary>
/// <param name="Path">The file, the address, or <c>-</c>.</param>
/// <param name="Name">What its result is named after: the path below the folder that was named, else the name of the file; without folders above it.</param>
/// <param name="Folder">The folder that was named and that it lies in; null: it was named itself.</param>
internal sealed record NamedArticle(string Path, string Name, string? Folder = null);

/// <summary>Folders of articles: each stands for the files in it and below it that are articles by their names.</summary>
internal static class ArticleFolder
{
    private static readonly string[] Endings = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"];

    // Hidden files and folders are no articles; a link may lead round in a circle.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>The articles, each once, in the order given; a folder's by name. Without any, those of the folder that the program runs in.</summary>
    /// <param name="named">Files, folders, addresses.</param>
    /// <param name="results">A folder that results go to: what lies in it is no article; null: none.</param>
    /// <exception cref="StopException">A folder has no article, or can't be read.</exception>
    public static IReadOnlyList<NamedArticle> Expand(IReadOnlyList<string> named, string? results = null) =>
        [.. (named.Count == 0 ? ["."] : named).SelectMany(name => Directory.Exists(name) ? Files(name, results) : [new NamedArticle(name, NameOf(name))]).DistinctBy(article => article.Path, StringComparer.Ordinal)];

    private static NamedArticle[] Files(string folder, string? results)
    {
        try
        {
            var passed = results is null || Path.TrimEndingDirectorySeparator(Path.GetFullPath(results)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(results)) + Path.DirectorySeparatorChar;
            string[] files = [.. Directory.EnumerateFiles(folder, "*", Below)
                .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && (passed is null || !Path.GetFullPath(file).StartsWith(passed, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)];
            return files.Length > 0
                ? [.. files.Select(file => new NamedArticle(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), folder))]
                : throw StopException.Input($"{folder}: a folder without an article: no file in it ends in {string.Join(", ", Endings)}; name the files");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw StopException.Input($"{folder}: it cannot be read: {error.Message.TrimEnd('.')}; check its permissions");
        }
    }

    private static string NameOf(string name)
    {
        if (name == ArticleInput.StandardInput) return "stdin";
        if (!ArticleAddress.Is(name)) return Path.GetFileName(Path.TrimEndingDirectorySeparator(name));
        var address = new Uri(name);
        var words = string.Concat($"{address.Host}{address.AbsolutePath}{address.Query}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.');
        // What follows the last dot of an address is seldom an ending; this one is taken off again.
        return $"{(words.Length > 100 ? words[..100] : words)}.html";
    }
}
