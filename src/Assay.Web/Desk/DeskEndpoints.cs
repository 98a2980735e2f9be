using Assay.Formats;
using Assay.Formats.Articles;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>Where editors check, correct and publish.</summary>
internal static class DeskEndpoints
{
    /// <summary>Who sees the desk.</summary>
    public const string Policy = "desk";

    /// <summary>Who changes something there.</summary>
    public const string EditingPolicy = "editor";

    /// <summary>Who sees the accounts.</summary>
    public const string AdminPolicy = "admin";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(DeskFiles.Script.Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(DeskFiles.Script.Bytes, DeskFiles.Script.Type);
        });
        var desk = app.MapGroup("/desk").RequireAuthorization(Policy).AddEndpointFilter<DeskFilter>();
        var editing = app.MapGroup("/desk").RequireAuthorization(EditingPolicy).AddEndpointFilter<DeskFilter>().AddEndpointFilter<WholeForm>().AddEndpointFilter<FormCheck>();
        desk.MapGet("/", async (HttpContext context, Frames frames, DeskHomes homes) => Page(frames.Own(context), await homes.NowAsync(context)));
        desk.MapGet("/accounts", async (HttpContext context, Store store, Frames frames) =>
            new HtmlPage(SitePages.Render<AccountsPage, AccountsView>(new AccountsView(await store.Accounts.AllAsync(context.RequestAborted)), frames.Own(context)))).RequireAuthorization(AdminPolicy);
        desk.MapGet("/names", NameEndpoint.Find);
        editing.MapPost("/drafts", AddAsync);
        DraftEndpoints.Map(desk, editing);
        ClaimEndpoints.Map(desk, editing);
        PartEndpoints.Map(desk, editing);
        RowEndpoints.Map(desk, editing);
        PictureEndpoints.Map(desk, editing);
        PublishedEndpoints.Map(desk, editing);
    }

    private static HtmlPage Page(SiteFrame frame, DeskHome home, int status = StatusCodes.Status200OK) => new(SitePages.Render<DeskPage, DeskHome>(home, frame), status);

    private static async Task<IResult> AddAsync(HttpContext context, Store store, Frames frames, WorkbenchOptions options, DeskHomes homes)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var frame = frames.Own(context);
        string problem;
        var status = StatusCodes.Status422UnprocessableEntity;
        try
        {
            var reading = InterfaceLanguage.In(frame.Language, () => SentArticles.ReadAsync(form, new FetchOptions { AllowPrivate = options.AllowPrivate }, context.RequestAborted));
            var article = await reading;
            var id = await store.Drafts.AddAsync(article, form["quotes"] == "yes", context.User.Identity!.Name!, context.RequestAborted);
            return Results.LocalRedirect($"/desk/drafts/{id}");
        }
        catch (InvalidDataFileException error)
        {
            problem = error.Message;
            if (error.Problems.Any(found => found.Code == "too-large")) status = StatusCodes.Status413PayloadTooLarge;
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            problem = error.Message;
        }
        return Page(frame, await homes.NowAsync(context) with { Problem = problem, Sent = SentArticles.Of(form) }, status);
    }
}
