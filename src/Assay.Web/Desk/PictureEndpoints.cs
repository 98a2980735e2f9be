using Assay.Formats.Articles;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Pictures;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>The pictures of a draft: added, described, taken away.</summary>
internal static class PictureEndpoints
{
    private const int LongestText = 1000;
    private const int MostPictures = 20;

    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/drafts/{id}/pictures", async (string id, HttpContext context, Store store, Frames frames) => await PageAsync(id, new SentPicture(), "", context, store, frames));
        desk.MapGet("/drafts/{id}/pictures/{picture}", ShowAsync);
        editing.MapPost("/drafts/{id}/pictures", AddAsync);
        editing.MapPost("/drafts/{id}/pictures/{picture}", ChangeAsync);
    }

    private static async Task<IResult> PageAsync(string id, SentPicture sent, string problem, HttpContext context, Store store, Frames frames)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var words = problem.Length == 0 ? "" : InterfaceLanguage.In(frame.Language, () => DeskWords.Say(problem, LongestText, MostPictures));
        var work = new PicturesWork(draft, await store.Pictures.OfDraftAsync(id, context.RequestAborted), sent, words);
        return new HtmlPage(SitePages.Render<PicturesPage, PicturesWork>(work, frame), problem.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(string id, string picture, HttpContext context, Store store, Frames frames)
    {
        if (await store.Pictures.FindAsync(picture, context.RequestAborted) is not { } known || known.Draft != id) return Missing.Page(context, frames);
        return await store.Pictures.BytesAsync(picture, context.RequestAborted) is { } bytes ? Results.Bytes(bytes, known.Type) : Missing.Page(context, frames);
    }

    private static async Task<IResult> AddAsync(string id, HttpContext context, Store store, Frames frames)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is null) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var sent = Sent(form);
        var file = form.Files["picture"];
        if (file is not { Length: > 0 }) return await PageAsync(id, sent, "PictureMissing", context, store, frames);
        if (file.Length > Picture.MostBytes) return await PageAsync(id, sent, "PictureTooLarge", context, store, frames);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, context.RequestAborted);
        var problem = Picture.TypeOf(bytes.ToArray()) is null ? "PictureType" : Problem(sent);
        if (problem.Length == 0 && (await store.Pictures.OfDraftAsync(id, context.RequestAborted)).Count >= MostPictures) problem = "PicturesTooMany";
        if (problem.Length > 0) return await PageAsync(id, sent, problem, context, store, frames);
        await store.Pictures.AddAsync(id, bytes.ToArray(), sent.Alt, sent.Credit, sent.Url, context.User.Identity!.Name!, context.RequestAborted);
        return Results.LocalRedirect($"/desk/drafts/{id}/pictures");
    }

    private static async Task<IResult> ChangeAsync(string id, string picture, HttpContext context, Store store, Frames frames)
    {
        if (await store.Pictures.FindAsync(picture, context.RequestAborted) is not { } known || known.Draft != id) return Missing.Page(context, frames);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["do"] == "remove")
            return await store.Pictures.RemoveAsync(picture, context.RequestAborted) ? Results.LocalRedirect($"/desk/drafts/{id}/pictures") : await PageAsync(id, new SentPicture(), "PictureKept", context, store, frames);
        var sent = Sent(form);
        if (Problem(sent) is { Length: > 0 } problem) return await PageAsync(id, new SentPicture(), problem, context, store, frames);
        await store.Pictures.DescribeAsync(picture, sent.Alt, sent.Credit, sent.Url, context.RequestAborted);
        return Results.LocalRedirect($"/desk/drafts/{id}/pictures");
    }

    private static SentPicture Sent(IFormCollection form) => new(form["alt"].ToString().Trim(), form["credit"].ToString().Trim(), form["url"].ToString().Trim());

    private static string Problem(SentPicture sent) => sent.Alt.Length == 0 ? "PictureAltMissing"
        : sent.Alt.Length > LongestText || sent.Credit.Length > LongestText || sent.Url.Length > 2 * LongestText ? "PictureTextTooLong"
        : sent.Url.Length > 0 && !ArticleAddress.Is(sent.Url) ? "PictureAddress" : "";
}
