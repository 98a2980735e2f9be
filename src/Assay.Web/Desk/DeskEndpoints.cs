using System.Text;
using Assay.Articles;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Articles;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>Where editors check, correct and publish.</summary>
internal static class DeskEndpoints
{
    public const string Policy = "editor";

    public static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk").RequireAuthorization(Policy);
        desk.MapGet("/", async (HttpContext context, Store store, Frames frames) =>
            new HtmlPage(SitePages.Render<DeskPage, IReadOnlyList<DraftLine>>(await store.Drafts.AllAsync(context.RequestAborted), frames.Own(context))));
        desk.MapPost("/drafts", AddAsync).AddEndpointFilter<FormCheck>();
        desk.MapGet("/drafts/{id}", ShowAsync);
        desk.MapPost("/drafts/{id}/publish", PublishAsync).AddEndpointFilter<FormCheck>();
    }

    private static async Task<IResult> AddAsync(HttpContext context, Store store, Frames frames, WorkbenchOptions options)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            var article = await ReadAsync(form, options, context.RequestAborted);
            if (form["date"].ToString().Trim() is { Length: > 0 } day) article = article with { Date = PartialDate.TryParse(day, out var date) ? date : article.Date };
            var id = await store.Drafts.AddAsync(article, form["quotes"] == "yes", context.User.Identity!.Name!, context.RequestAborted);
            return Results.LocalRedirect($"/desk/drafts/{id}");
        }
        catch (Exception error) when (error is InvalidDataFileException or IOException)
        {
            return new HtmlPage(SitePages.Render<MessagePage, Message>(new Message("This can't be read as an article", [error.Message]), frames.Own(context)), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<Article> ReadAsync(IFormCollection form, WorkbenchOptions options, CancellationToken cancellation)
    {
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var stream = file.OpenReadStream();
            return ArticleFile.Read(stream, file.FileName);
        }
        if (form["address"].ToString().Trim() is { Length: > 0 } address)
            return ArticleAddress.Is(address) ? await ArticleAddress.FetchAsync(new Uri(address), new FetchOptions { AllowPrivate = options.AllowPrivate }, cancellation) : throw new IOException($"'{address}' is no address of the web; it begins with http:// or https://");
        return ArticleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(form["text"].ToString())), "the text");
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, Store store, Frames frames, DraftChecks checks)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return Missing.Page(context, frames);
        var (before, after) = DraftPieces.Around(draft, frames.Own(context));
        context.Response.ContentType = HtmlPage.Type;
        await context.Response.WriteAsync(before, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        var (article, _) = checks.Check(draft);
        for (var number = 1; number <= article.Findings.Length; number++)
        {
            await context.Response.WriteAsync(DraftPieces.Finding(article, number, id), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
        await context.Response.WriteAsync(after, context.RequestAborted);
        return Results.Empty;
    }

    private static async Task<IResult> PublishAsync(string id, HttpContext context, Store store, Frames frames, Publisher publisher)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return Missing.Page(context, frames);
        var version = await publisher.PublishAsync(draft, context.User.Identity!.Name!, context.RequestAborted);
        return Results.LocalRedirect($"/a/{version.Article}");
    }
}
