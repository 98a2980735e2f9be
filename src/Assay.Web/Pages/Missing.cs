using Assay.Publishing.Site;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>The answer where there is nothing under an address.</summary>
internal static class Missing
{
    public static IResult Page(HttpContext context, Frames frames) =>
        new HtmlPage(SitePages.Render<MessagePage, Message>(new Message("There is nothing here", ["No page has this address. Check it, or search for what you look for."]), frames.Common(context)), StatusCodes.Status404NotFound);
}
