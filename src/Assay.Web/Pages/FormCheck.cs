using Assay.Publishing.Site;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>Refuses forms that were not sent from a page of this site.</summary>
internal sealed class FormCheck(IAntiforgery antiforgery, Frames frames) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await antiforgery.IsRequestValidAsync(http)) return await next(context);
        return new HtmlPage(SitePages.Render<MessagePage, Message>(new Message("This form is too old", ["It was not sent from a page of this site, or that page was opened under another sign-in. Nothing was changed. Go back, load the page again and send it once more."]),
            frames.Common(http)), StatusCodes.Status400BadRequest);
    }
}
