namespace Assay.Cli;

/// <summary>Where the result of each article goes, settled before any work: standard output, one file, or a folder with a file for each.</summary>
internal sealed class OutputPlan
{
    /// <summary>The files that a run adds to the results.</summary>
    public const string SummaryPage = "index.html";
    public const string SummaryJson = "summary.json";

    private readonly Dictionary<NamedArticle, string?> _targets = [];

    private OutputPlan(ResultFormat format, string? folder) => (Format, Folder) = (format, folder);

    public ResultFormat Format { get; }

    /// <summary>The folder that the results go to; null: they go to none.</summary>
    public string? Folder { get; }

    /// <summary>The file for an article; null: standard output.</summary>
    public string? TargetOf(NamedArticle article) => _targets[article];

    /// <summary>Plans the output.</summary>
    /// <param name="articles">The articles as the user named them.</param>
    /// <param name="format">The format, where the user gave one.</param>
    /// <param name="target">The file or folder, where the user gave one.</param>
    /// <param name="isRun">Whether it is a run over several articles, which has a summary: then they need a folder.</param>
    /// <exception cref="StopException">Two results would go to one place, or a result would overwrite an article.</exception>
    public static OutputPlan Make(IReadOnlyList<NamedArticle> articles, ResultFormat? format, string? target, bool isRun)
    {
        var isFolder = target is not null && (isRun || Directory.Exists(target) || Path.EndsInDirectorySeparator(target));
        if (isRun && target is not null && !Directory.Exists(target) && !Path.EndsInDirectorySeparator(target) && Path.GetExtension(target).ToUpperInvariant() is ".HTML" or ".HTM" or ".JSON" or ".JSONLD" or ".CSV" or ".TXT")
            throw StopException.Usage($"--out {target} names one file, and there are several articles; name a folder, as --out {Path.ChangeExtension(target, null)}");
        var plan = new OutputPlan(format ?? (isRun && isFolder ? ResultFormat.Html : isFolder ? ResultFormat.Text : ByExtension(target)), isFolder ? target : null);
        if (isFolder && articles.Any(article => article.Folder is { } folder && Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(target!))))
            throw StopException.Usage($"the results would lie among the articles in {target}; name another folder with --out");
        if (target is null && isRun && plan.Format != ResultFormat.Text)
            throw StopException.Usage($"several articles as {ResultFormats.NameOf(plan.Format)} need a folder; add --out DIR");
        if (isFolder) plan.Name(articles, isRun);
        else foreach (var article in articles) plan._targets[article] = target;
        plan.RefuseCollisions();
        if (isFolder) MakeFolders(target!, plan._targets.Values);
        return plan;
    }

    /// <summary>A result is named after its article without the ending, but with it where two would have one name or it is that of a summary.</summary>
    private void Name(IReadOnlyList<NamedArticle> articles, bool isRun)
    {
        var ending = ResultRendering.Extension(Format);
        var taken = articles.GroupBy(article => Path.ChangeExtension(article.Name, null), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var article in articles)
        {
            var name = Path.ChangeExtension(article.Name, null) + ending;
            if (taken.Contains(Path.ChangeExtension(article.Name, null)) || isRun && name is SummaryPage or SummaryJson) name = article.Name + ending;
            _targets[article] = Path.Combine(Folder!, name);
        }
    }

    private void RefuseCollisions()
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (article, target) in _targets)
        {
            if (target is null) continue;
            if (!taken.TryAdd(Path.GetFullPath(target), article.Path))
                throw StopException.Usage($"{taken[Path.GetFullPath(target)]} and {article.Path} would both be written to {target}; rename one or check them apart");
            if (_targets.Keys.Any(other => other.Path != ArticleInput.StandardInput && Path.GetFullPath(other.Path) == Path.GetFullPath(target)))
                throw StopException.Usage($"the result would overwrite the article {target}; name another place with --out");
        }
    }

    private static void MakeFolders(string folder, IEnumerable<string?> targets)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var below in targets.Select(Path.GetDirectoryName).OfType<string>().Distinct(StringComparer.Ordinal)) Directory.CreateDirectory(below);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{folder}: cannot be made a folder for the results; name another with --out"]);
        }
    }

    private static ResultFormat ByExtension(string? target) => Path.GetExtension(target)?.ToUpperInvariant() switch
    {
        ".JSON" => ResultFormat.Json,
        ".HTML" or ".HTM" => ResultFormat.Html,
        ".JSONLD" => ResultFormat.Annotations,
        ".CSV" => ResultFormat.FindingsCsv,
        _ => ResultFormat.Text,
    };
}
