using Assay.Publishing.Site;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>The answer where there is nothing under an address.</summary>
internal static class Missing
{
    public static IResult Page(HttpContext context, Frames frames) =>
        new HtmlPage(SitePages.Render<MessagePage, Message>(Message.NotHere(Frames.Language(context)), frames.Common(context)), StatusCodes.Status404NotFound);
}
