using System.Collections.Immutable;
using Assay.Formats;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>What holds for every page of the desk: its words are those of the visitor's language, and what goes wrong is told on a page.</summary>
internal sealed class DeskFilter(Frames frames) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (CheckStoppedException error)
        {
            return Told(http, "CheckStopped", [error.Message], StatusCodes.Status503ServiceUnavailable);
        }
        catch (StaleException error)
        {
            return Told(http, "ChangedMeanwhile", [error.Message], StatusCodes.Status409Conflict);
        }
        catch (InvalidDataFileException error)
        {
            return Told(http, "NotUsable", error.Problems.Count == 0 ? [error.Message] : [.. error.Problems.Select(problem => problem.ToString())], StatusCodes.Status422UnprocessableEntity);
        }
    }

    private HtmlPage Told(HttpContext http, string title, ImmutableArray<string> lines, int status)
    {
        var frame = frames.Own(http);
        return new HtmlPage(SitePages.Render<MessagePage, Message>(new Message(InterfaceLanguage.In(frame.Language, () => DeskWords.Say(title)), lines), frame), status);
    }
}
