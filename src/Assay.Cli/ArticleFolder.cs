namespace Assay.Cli;

/// <summary>Folders of articles: each stands for the text files in it.</summary>
internal static class ArticleFolder
{
    /// <summary>The files, each once, in the order given; a folder's by name. Without any, those of the folder that the program runs in.</summary>
    /// <exception cref="StopException">A folder has no text file, or can't be read.</exception>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> named) =>
        [.. (named.Count == 0 ? ["."] : named).SelectMany(name => Directory.Exists(name) ? Files(name) : [name]).Distinct(StringComparer.Ordinal)];

    private static string[] Files(string folder)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw StopException.Input($"{folder}: no article in it: its files do not end in .txt; name them");
        }
        catch (UnauthorizedAccessException)
        {
            throw StopException.Input($"{folder}: reading it is not allowed; check its permissions");
        }
    }
}
