using Assay.Web.Operations;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>The answer where there is nothing under an address.</summary>
internal static class Missing
{
    public static IResult Page(HttpContext context, Frames frames) => Failure.NotFound;
}
