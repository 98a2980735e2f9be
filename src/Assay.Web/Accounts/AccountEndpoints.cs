using System.Security.Claims;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
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

    private const int LongestPassword = 1000;

    // What an unknown name is compared with, so that it takes as long as a wrong password.
    private static readonly Lazy<Account> Nobody = new(() => new Account("", new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString()), Roles.Reader, "", IsDisabled: true));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", AskAsync);
        app.MapPost("/sign-in", SignInAsync).AddEndpointFilter<FormCheck>();
        app.MapPost("/sign-out", async (HttpContext context, FirstVisitor first) =>
        {
            if (context.User.HasClaim(FirstVisitor.ClaimType, FirstVisitor.ClaimValue)) first.Leave();
            await context.SignOutAsync();
            return Results.LocalRedirect("/");
        }).AddEndpointFilter<FormCheck>();
    }

    /// <summary>A path of this site; the desk where it is none.</summary>
    internal static string Local(string path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length < 1000 && path.All(letter => letter is > ' ' and < '\u007f' and not '\\') && !path.StartsWith("/sign-", StringComparison.Ordinal) ? path : "/desk";

    private static async Task<IResult> AskAsync(HttpContext context, FirstVisitor first, Frames frames)
    {
        var to = Local(context.Request.Query["to"].ToString());
        // Whoever is signed in comes here by themselves, or is sent from a page that their role does not open.
        if (context.User.Identity is { IsAuthenticated: true })
            return context.Request.Query.ContainsKey("to") ? Page(context, frames, to, "NotAllowed", StatusCodes.Status403Forbidden) : Results.LocalRedirect("/desk");
        return await first.TryAsync(context) switch
        {
            FirstVisit.SignedIn => Results.LocalRedirect(to),
            FirstVisit.Taken => Page(context, frames, to, "FirstTaken", StatusCodes.Status403Forbidden),
            FirstVisit.FromElsewhere => Page(context, frames, to, "FirstElsewhere", StatusCodes.Status403Forbidden),
            _ => Page(context, frames, to, "", StatusCodes.Status200OK),
        };
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Store store, Frames frames, PasswordHasher<Account> hasher, SignInDelays delays)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (to, name, password) = (Local(form["to"].ToString()), form["name"].ToString().Trim(), form["password"].ToString());
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (delays.WaitOf(name, address) is { Ticks: > 0 } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Page(context, frames, to, "TooManyTries", StatusCodes.Status429TooManyRequests, Math.Ceiling(wait.TotalSeconds));
        }
        var account = name.Length is > 0 and <= 200 && password.Length <= LongestPassword ? await store.Accounts.FindAsync(name, context.RequestAborted) : null;
        var known = account ?? Nobody.Value;
        var result = hasher.VerifyHashedPassword(known, known.Password, password.Length <= LongestPassword ? password : "");
        if (account is null || result == PasswordVerificationResult.Failed || known.IsDisabled)
        {
            delays.Failed(name, address);
            return Page(context, frames, to, "WrongPassword", StatusCodes.Status401Unauthorized);
        }
        delays.Succeeded(name);
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, known.Name), new(ClaimTypes.Role, known.Role), new(StampClaim, known.Stamp)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(to);
    }

    private static HtmlPage Page(HttpContext context, Frames frames, string to, string problem, int status, double seconds = 0)
    {
        var frame = frames.Own(context);
        var words = problem.Length == 0 ? "" : InterfaceLanguage.In(frame.Language, () => DeskWords.Say(problem, seconds));
        return new HtmlPage(SitePages.Render<SignInPage, SignIn>(new SignIn(to, words), frame), status);
    }
}
