using Assay.Formats.Publications;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Open;

/// <summary>A format that pages come in beside HTML.</summary>
/// <param name="Ending">What is put after the page's address, with its dot.</param>
/// <param name="Type">The media type.</param>
internal sealed record OpenForm(string Ending, string Type)
{
    public static OpenForm Json { get; } = new(".json", "application/json");

    public static OpenForm Csv { get; } = new(".csv", "text/csv; charset=utf-8; header=present");

    public static OpenForm JsonLd { get; } = new(".jsonld", "application/ld+json");

    /// <summary>The media type without its parameters.</summary>
    public string PlainType => Type.Split(';')[0];
}

/// <summary>Writes a page's content in one format.</summary>
/// <param name="Form">The format.</param>
/// <param name="Write">Writes it; null: the content has none in this format.</param>
internal sealed record Representation<TModel>(OpenForm Form, Func<TModel, HttpContext, Task<ReadOnlyMemory<byte>?>> Write)
{
    public static Representation<TModel> Of(OpenForm form, Func<TModel, Site, ReadOnlyMemory<byte>> write) =>
        new(form, (model, context) => Task.FromResult<ReadOnlyMemory<byte>?>(write(model, OpenPages.SiteOf(context))));
}
