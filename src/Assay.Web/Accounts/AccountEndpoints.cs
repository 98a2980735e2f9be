using System.Security.Claims;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Storage.Accounts;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Accounts;

/// <summary>Signing in and out.</summary>
internal static class AccountEndpoints
{
    public const string StampClaim = "stamp";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", async (HttpContext context, FirstVisitor first, Frames frames) =>
        {
            var to = Local(context.Request.Query["to"].ToString());
            return await first.TryAsync(context) ? Results.LocalRedirect(to) : new HtmlPage(SitePages.Render<SignInPage, SignIn>(new SignIn(to, ""), frames.Own(context)));
        });
        app.MapPost("/sign-in", SignInAsync).AddEndpointFilter<FormCheck>();
        app.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AddEndpointFilter<FormCheck>();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Store store, Frames frames, PasswordHasher<Account> hasher)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var to = Local(form["to"].ToString());
        var account = await store.Accounts.FindAsync(form["name"].ToString(), context.RequestAborted);
        // An unknown name takes as long as a wrong password.
        var known = account ?? new Account("", hasher.HashPassword(null!, "none"), Roles.Reader, "", IsDisabled: true);
        if (hasher.VerifyHashedPassword(known, known.Password, form["password"].ToString()) == PasswordVerificationResult.Failed || known.IsDisabled)
            return new HtmlPage(SitePages.Render<SignInPage, SignIn>(new SignIn(to, "The name or the password is wrong."), frames.Own(context)), StatusCodes.Status401Unauthorized);
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, known.Name), new(ClaimTypes.Role, known.Role), new(StampClaim, known.Stamp)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(to);
    }

    private static string Local(string path) => path is ['/', ..] and not ['/', '/' or '\\', ..] ? path : "/desk";
}
