using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Assay.Publishing.Figures;

/// <summary>A line of text in a drawing. In Razor, <c>text</c> is a directive and not an element, so this one is written out.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Where, from the left.</summary>
    [Parameter] public decimal X { get; set; }

    /// <summary>The base line, from the top.</summary>
    [Parameter] public decimal Y { get; set; }

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <summary>The words.</summary>
    [Parameter] public string Words { get; set; } = "";

    /// <summary>The class in the style sheet.</summary>
    [Parameter] public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Svg.Number(X));
        builder.AddAttribute(2, "y", Svg.Number(Y));
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Class);
        builder.AddContent(5, Words);
        builder.CloseElement();
    }
}
