using Assay.Records;

namespace Assay.Publishing.Page;

/// <summary>The page of a view of the record: one HTML file that needs nothing else, neither script nor network. Safe to share between threads.</summary>
public static class RecordPage
{
    /// <summary>The page as HTML. The same view gives the same bytes.</summary>
    public static string Render(RecordView view, PageOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(view);
        return PageRenderer.Render<RecordDocument>(new Dictionary<string, object?>
        {
            [nameof(RecordDocument.View)] = view,
            [nameof(RecordDocument.Options)] = options,
            [nameof(RecordDocument.Style)] = ArticlePage.Style.Value,
        }, options.Language);
    }
}
