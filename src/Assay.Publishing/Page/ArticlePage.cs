using System.Text.Encodings.Web;
using System.Text.Unicode;
using Assay.Findings;
using Assay.Publishing.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assay.Publishing.Page;

/// <summary>The page of a checked article: one HTML file that needs nothing else, neither script nor network. Safe to share between threads.</summary>
public static class ArticlePage
{
    internal static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The page as HTML. The same findings give the same bytes.</summary>
    public static string Render(CheckedArticle article, PageOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Render<Document>(new Dictionary<string, object?>
        {
            [nameof(Document.Article)] = article,
            [nameof(Document.Options)] = options,
            [nameof(Document.Style)] = Style.Value,
        });
    }

    /// <summary>A whole page from its outermost component, which takes the style sheet as a parameter.</summary>
    internal static string Render<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        // No component awaits anything, so the dispatcher runs the whole rendering here and now.
        var html = renderer.Dispatcher
            .InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString())
            .GetAwaiter().GetResult();
        return VisibleText.InHtml(html).ReplaceLineEndings("\n");
    }

    private static string ReadStyle()
    {
        using var stream = typeof(ArticlePage).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
