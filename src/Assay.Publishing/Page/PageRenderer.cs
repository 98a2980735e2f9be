using System.Text.Encodings.Web;
using System.Text.Unicode;
using Assay.Publishing.Text;
using Assay.Publishing.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assay.Publishing.Page;

/// <summary>Renders components outside a web host. Safe to share between threads.</summary>
internal static class PageRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>The markup of a component with its words in a language; null: English. The same parameters give the same text.</summary>
    public static string Render<T>(Dictionary<string, object?> parameters, string? language = null) where T : IComponent =>
        InterfaceLanguage.In(language ?? InterfaceLanguage.Default, () => Markup<T>(parameters));

    private static string Markup<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        // No component awaits anything, so the dispatcher runs the whole rendering here and now.
        var html = renderer.Dispatcher
            .InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString())
            .GetAwaiter().GetResult();
        return VisibleText.InHtml(html).ReplaceLineEndings("\n");
    }
}
