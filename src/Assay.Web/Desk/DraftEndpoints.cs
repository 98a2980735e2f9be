using System.Globalization;
using Assay.Findings;
using Assay.Formats;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>A draft: its page as its findings come, what is known of it, its history, its publishing.</summary>
internal static class DraftEndpoints
{
    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/drafts/{id}", ShowAsync);
        desk.MapGet("/drafts/{id}/history", HistoryAsync);
        desk.MapGet("/drafts/{id}/publish", PreviewAsync);
        editing.MapPost("/drafts/{id}/about", DescribeAsync);
        editing.MapPost("/drafts/{id}/undo", UndoAsync);
        editing.MapPost("/drafts/{id}/publish", PublishAsync);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, Store store, Frames frames, DraftChecks checks)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var check = checks.Start(draft, context.User.Identity?.Name ?? "");
        var (before, after) = DraftPieces.Around(new DraftView(draft), frame);
        context.Response.ContentType = HtmlPage.Type;
        if (HttpMethods.IsHead(context.Request.Method)) return Results.Empty;
        var body = new PiecedBody(context);
        await body.SendAsync(before);
        try
        {
            await SendFindingsAsync(body, draft, check, frame, context.RequestAborted);
        }
        catch (CheckStoppedException error)
        {
            await body.SendAsync(DraftPieces.Stopped(error.Message, frame));
        }
        await body.SendAsync(after);
        return Results.Empty;
    }

    private static async Task SendFindingsAsync(PiecedBody body, Draft draft, DraftCheck check, SiteFrame frame, CancellationToken cancellation)
    {
        var isNew = check.Best is null;
        var claims = await check.Claims.WaitAsync(cancellation);
        var known = new List<Finding>(claims.Claims.Length);
        foreach (var passage in DraftPieces.Passages(claims))
        {
            if (isNew && !passage.Claims.IsEmpty) await body.SendAsync(DraftPieces.Progress(known.Count, claims.Claims.Length, frame));
            while (known.Count < passage.Needs) known.Add(await check.Finding(known.Count).WaitAsync(cancellation));
            await body.WriteAsync(DraftPieces.Passage(new CheckedDraft(draft, check.Best ?? claims.With(known), check.Edits), passage, frame));
        }
        await check.Checked.WaitAsync(cancellation);
        await body.WriteAsync(DraftPieces.Progress(claims.Claims.Length, claims.Claims.Length, frame));
        await body.WriteAsync(DraftPieces.End(new CheckedDraft(draft, check.Best!, check.Edits), frame));
    }

    private static async Task<IResult> DescribeAsync(string id, HttpContext context, Store store, Frames frames)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var about = SentArticles.AboutOf(await context.Request.ReadFormAsync(context.RequestAborted));
        try
        {
            var article = InterfaceLanguage.In(frame.Language, () => SentArticles.With(draft.Article, about, onlyGiven: false));
            await store.Drafts.DescribeAsync(id, article, about.QuotesOnly, context.RequestAborted);
            return Results.LocalRedirect($"/desk/drafts/{id}");
        }
        catch (InvalidDataFileException error)
        {
            var (before, after) = DraftPieces.Around(new DraftView(draft, error.Message, about), frame);
            return new HtmlPage(before + after, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> HistoryAsync(string id, HttpContext context, OpenDrafts drafts, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        return new HtmlPage(SitePages.Render<HistoryPage, DraftHistory>(new DraftHistory(open.In, [.. open.History.Reverse()]), frames.Own(context)));
    }

    private static async Task<IResult> UndoAsync(string id, HttpContext context, OpenDrafts drafts, Store store, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var number = Number(form["edit"]);
        if (open.Check.Edits.All.FirstOrDefault(edit => edit.Edit.Number == number) is not { } edit) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        if (!open.Check.Edits.CanUndo(edit, open.Article)) return Refused();
        var claims = open.Check.Edits.Touched(edit, open.Article);
        var outcome = await store.Drafts.EditAsync(id, Number(form["seen"]), [.. claims], Edit.Undo, number.ToString(CultureInfo.InvariantCulture), context.User.Identity!.Name!, context.RequestAborted);
        return outcome.IsKept ? Results.LocalRedirect($"/desk/drafts/{id}/history") : Refused();

        HtmlPage Refused() => new(SitePages.Render<MessagePage, Message>(InterfaceLanguage.In(frame.Language, () => new Message(DeskWords.Say("CantUndoTitle"), [DeskWords.Say("CantUndo")])), frame), StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PreviewAsync(string id, HttpContext context, OpenDrafts drafts, Publisher publisher, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        return new HtmlPage(SitePages.Render<PublishPage, PublishPreview>(await publisher.PreviewAsync(open, frame.Language, context.RequestAborted), frame));
    }

    private static async Task<IResult> PublishAsync(string id, HttpContext context, OpenDrafts drafts, Publisher publisher, ChangedArticles changed, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // What is published is what was looked at: where somebody has edited since, the preview is shown again.
        if (form["state"].ToString() is { Length: > 0 } seen && seen != Publisher.StateOf(open)) throw new StaleException(InterfaceLanguage.In(Frames.Language(context), () => DeskWords.Say("EditedMeanwhile")));
        var version = await publisher.PublishAsync(open, Number(form["number"]), context.User.Identity!.Name!, context.RequestAborted);
        changed.Forget();
        return Results.LocalRedirect($"/a/{version.Article}");
    }

    internal static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
