using Assay.Formats.Records;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Accounts;
using Assay.Web.Accounts;
using Assay.Web.Articles;
using Assay.Web.Desk;
using Assay.Web.Entities;
using Assay.Web.Mcp;
using Assay.Web.Open;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Assay.Web.Reactions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web;

/// <summary>The workbench: where a desk checks, corrects and publishes, and readers read.</summary>
public static class Workbench
{
    /// <summary>A workbench over a store that is open; it is started by its caller.</summary>
    /// <exception cref="BrokenRecordException">A pack or a rule file is broken.</exception>
    public static WebApplication Build(WorkbenchOptions options, Store store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls([.. options.Listen]);
        Operation.Add(builder, options);
        AddServices(builder.Services, options, store, time);
        var app = builder.Build();
        Operation.Use(app, options);
        OpenEndpoints.Map(app);
        foreach (var file in new[] { SiteFiles.Style, SiteFiles.EmbedStyle, SiteFiles.Script }) MapFile(app, file);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        AccountEndpoints.Map(app);
        ArticleEndpoints.Map(app);
        CorrectionEndpoints.Map(app);
        MethodEndpoints.Map(app);
        EntityEndpoints.Map(app);
        SearchEndpoints.Map(app);
        InterfaceChoice.Map(app);
        ReactionEndpoints.Map(app);
        DeskEndpoints.Map(app);
        app.MapAssayMcp();
        return app;
    }

    private static void AddServices(IServiceCollection services, WorkbenchOptions options, Store store, TimeProvider time)
    {
        var packs = new LocalPacks(options);
        services.AddSingleton(options).AddSingleton(store).AddSingleton(time).AddSingleton(packs).AddSingleton(new LiveRecord(packs.All, options.Rules, time));
        services.AddSingleton(new CheckLimits()).AddSingleton<CheckQueue>().AddSingleton<DraftChecks>().AddSingleton<OpenDrafts>().AddSingleton<ChangedArticles>().AddSingleton<DeskHomes>().AddSingleton<Publisher>();
        services.AddSingleton<Frames>().AddSingleton<SiteParts>().AddSingleton<PageCache>();
        services.AddSingleton<FirstVisitor>().AddSingleton<SignInDelays>().AddSingleton<StampCheck>().AddSingleton<ReaderCookie>().AddSingleton<PasswordHasher<Account>>();
        services.AddSingleton<ReactionTargets>().AddSingleton<ReactionRanking>().AddHostedService(provider => provider.GetRequiredService<ReactionRanking>());
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.AddAssayMcp(provider => provider.GetRequiredService<LiveRecord>().Current);
        services.AddDataProtection().SetApplicationName("Assay");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new StoredKeys(store));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "form";
            forgery.HeaderName = "RequestVerificationToken";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "desk";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.AccessDeniedPath = "/sign-in";
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<StampCheck>().CheckAsync(context);
            // A program that asks is told by a status and not by a page to sign in on.
            cookie.Events.OnRedirectToLogin = context => Refused(context, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Refused(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder().AddPolicy(DeskEndpoints.Policy, policy => policy.RequireRole(Roles.Reader, Roles.Editor, Roles.Admin))
            .AddPolicy(DeskEndpoints.EditingPolicy, policy => policy.RequireRole(Roles.Editor, Roles.Admin)).AddPolicy(DeskEndpoints.AdminPolicy, policy => policy.RequireRole(Roles.Admin));
    }

    private static Task Refused(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json")) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static void MapFile(WebApplication app, SiteFile file) => app.MapGet(file.Path, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    });
}
