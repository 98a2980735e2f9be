using Assay.Publishing.Page;
using Microsoft.AspNetCore.Components;

namespace Assay.Publishing.Site;

/// <summary>A page of the site: a component with its content and the frame around it.</summary>
/// <typeparam name="TModel">The content.</typeparam>
public abstract class SitePage<TModel> : ComponentBase
{
    /// <summary>The content.</summary>
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;

    /// <summary>What surrounds it.</summary>
    [Parameter, EditorRequired] public SiteFrame Frame { get; set; } = default!;
}

/// <summary>Renders the pages of the site. Safe to share between threads.</summary>
public static class SitePages
{
    /// <summary>A page, or a piece of one, as HTML.</summary>
    public static string Render<TPage, TModel>(TModel model, SiteFrame frame) where TPage : SitePage<TModel> => PageRenderer.Render<TPage>(new Dictionary<string, object?>
    {
        [nameof(SitePage<>.Model)] = model,
        [nameof(SitePage<>.Frame)] = frame,
    }, frame.Language);
}
