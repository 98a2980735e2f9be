using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>Published articles as the desk sees them: signing findings, answering readers.</summary>
internal static class PublishedEndpoints
{
    private const int MostRequests = 500;
    private const int LongestAnswer = 5000;

    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/articles/{article}", ShowAsync);
        desk.MapGet("/requests", async (HttpContext context, Store store, Frames frames) => Page(new RequestsWork(await store.Requests.AllAsync(MostRequests, context.RequestAborted)), frames.Own(context)));
        editing.MapPost("/articles/{article}/sign", SignAsync);
        editing.MapPost("/requests/{id}", AnswerAsync);
    }

    private static async Task<IResult> ShowAsync(string article, HttpContext context, Store store, Frames frames)
    {
        if (await store.Published.FindAsync(article, null, context.RequestAborted) is not { } version) return Missing.Page(context, frames);
        var work = new PublishedWork
        {
            Version = version, Versions = await store.Published.VersionsAsync(article, context.RequestAborted), Requests = await store.Requests.OfArticleAsync(article, context.RequestAborted),
            Draft = (await store.Drafts.AllAsync(context.RequestAborted)).FirstOrDefault(draft => draft.PublishedAs == article)?.Id,
        };
        return new HtmlPage(SitePages.Render<PublishedWorkPage, PublishedWork>(work, frames.Own(context)));
    }

    private static async Task<IResult> SignAsync(string article, HttpContext context, Store store, Frames frames)
    {
        if (await store.Published.FindAsync(article, null, context.RequestAborted) is not { } version) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // An editor signs what they saw: a version that came since may say something else.
        var seen = DraftEndpoints.Number(form["number"]);
        if (seen != version.Number) throw Stale();
        foreach (var claim in form["claim"].OfType<string>().Distinct().Where(claim => version.Findings.Any(finding => finding.Claim == claim)))
            if (!await store.Published.SignAsync(article, seen, claim, context.User.Identity!.Name!, context.RequestAborted)) throw Stale();
        return Results.LocalRedirect($"/desk/articles/{article}");

        StaleException Stale() => new(InterfaceLanguage.In(Frames.Language(context), () => DeskWords.Say("SignOtherVersion", version.Number)));
    }

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, Store store, Frames frames)
    {
        if (await store.Requests.FindAsync(id, context.RequestAborted) is not { } request) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var answer = form["answer"].ToString().Trim();
        var problem = answer.Length is 0 or > LongestAnswer ? "AnswerNeeded" : form["accepts"].ToString() is not ("yes" or "no") ? "ChoiceNeeded"
            : request.State != "open" || !await store.Requests.AnswerAsync(id, form["accepts"] == "yes", answer, context.User.Identity!.Name!, context.RequestAborted) ? "AnsweredMeanwhile" : "";
        if (problem.Length == 0) return Results.LocalRedirect($"/desk/requests#{id}");
        var words = InterfaceLanguage.In(frame.Language, () => DeskWords.Say(problem));
        return Page(new RequestsWork(await store.Requests.AllAsync(MostRequests, context.RequestAborted), words, id, answer), frame, problem == "AnsweredMeanwhile" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private static HtmlPage Page(RequestsWork work, SiteFrame frame, int status = StatusCodes.Status200OK) => new(SitePages.Render<RequestsPage, RequestsWork>(work, frame), status);
}
