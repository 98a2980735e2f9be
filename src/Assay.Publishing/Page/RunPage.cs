using Assay.Findings;

namespace Assay.Publishing.Page;

/// <summary>The page of a run over several articles, which links the page of each: one HTML file without script. Safe to share between threads.</summary>
public static class RunPage
{
    /// <summary>The page as HTML. The same summary gives the same bytes.</summary>
    public static string Render(RunSummary run, PageOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return PageRenderer.Render<RunDocument>(new Dictionary<string, object?>
        {
            [nameof(RunDocument.Run)] = run,
            [nameof(RunDocument.Options)] = options,
            [nameof(RunDocument.Style)] = ArticlePage.Style.Value,
        }, options.Language);
    }
}
