namespace Assay.Cli;

/// <summary>Where the result of each article goes, settled before any work: standard output, one file, or a folder with a file for each.</summary>
internal sealed class OutputPlan
{
    private readonly Dictionary<string, string?> _targets = [];

    private OutputPlan(ResultFormat format) => Format = format;

    public ResultFormat Format { get; }

    /// <summary>The file for an article; null: standard output.</summary>
    public string? TargetOf(string article) => _targets[article];

    /// <summary>Plans the output.</summary>
    /// <param name="articles">The articles as the user named them.</param>
    /// <param name="format">The format, where the user gave one.</param>
    /// <param name="target">The file or folder, where the user gave one.</param>
    /// <exception cref="StopException">Two results would go to one place, or a result would overwrite an article.</exception>
    public static OutputPlan Make(IReadOnlyList<string> articles, ResultFormat? format, string? target)
    {
        if (articles.Distinct(StringComparer.Ordinal).Count() < articles.Count)
            throw StopException.Usage($"{articles.GroupBy(a => a).First(group => group.Count() > 1).Key} is named twice; name it once");
        var isFolder = target is not null && (articles.Count > 1 || Directory.Exists(target) || Path.EndsInDirectorySeparator(target));
        var plan = new OutputPlan(format ?? (isFolder ? ResultFormat.Text : ByExtension(target)));
        if (target is null && articles.Count > 1 && plan.Format != ResultFormat.Text)
            throw StopException.Usage($"several articles as {plan.Format.ToString().ToLowerInvariant()} need a folder; add --out DIR");
        foreach (var article in articles)
            plan._targets[article] = isFolder ? Path.Combine(target!, NameOf(article) + ResultRendering.Extension(plan.Format)) : target;
        plan.RefuseCollisions();
        if (isFolder) MakeFolder(target!);
        return plan;
    }

    private void RefuseCollisions()
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (article, target) in _targets)
        {
            if (target is null) continue;
            if (!taken.TryAdd(Path.GetFullPath(target), article))
                throw StopException.Usage($"{taken[Path.GetFullPath(target)]} and {article} would both be written to {target}; rename one or check them apart");
            if (_targets.Keys.Any(other => other != ArticleInput.StandardInput && Path.GetFullPath(other) == Path.GetFullPath(target)))
                throw StopException.Usage($"the result would overwrite the article {target}; name another place with --out");
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{folder}: cannot be made a folder for the results; name another with --out"]);
        }
    }

    private static string NameOf(string article) =>
        article == ArticleInput.StandardInput ? "stdin" : Path.GetFileNameWithoutExtension(article);

    private static ResultFormat ByExtension(string? target) => Path.GetExtension(target)?.ToUpperInvariant() switch
    {
        ".JSON" => ResultFormat.Json,
        ".HTML" or ".HTM" => ResultFormat.Html,
        _ => ResultFormat.Text,
    };
}
