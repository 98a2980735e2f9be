using Assay.Web.Operations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>Refuses forms that were not sent from a page of this site.</summary>
internal sealed class FormCheck(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Read here first: the check of the token takes a form that is too large or broken for one without a token.
        if (http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
        if (await antiforgery.IsRequestValidAsync(http)) return await next(context);
        return new Failure(StatusCodes.Status400BadRequest, "form-token", "This form is too old",
            "It was not sent from a page of this site, or that page was opened under another sign-in. Nothing was changed. Go back, load the page again and send it once more.");
    }
}
