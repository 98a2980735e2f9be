using Assay.Web.Articles;
using Assay.Web.Open;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Assay.Web.Operations;

/// <summary>What surrounds every request: limits, headers, errors, the log, and how the process ends.</summary>
internal static class Operation
{
    private const int MostWaitingLines = 10_000;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);

    /// <summary>How long requests under way may take to end once the process was asked to stop.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    public static void Add(WebApplicationBuilder builder, WorkbenchOptions options)
    {
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        var services = builder.Services;
        services.Configure<FormOptions>(ServerLimits.Set);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = LongestRequest });
        services.AddRateLimiter(limiter => RateLimits.Set(limiter, options.Limits));
        services.AddSingleton<FailureAnswers>().AddSingleton<RequestLog>().AddSingleton<OpenPages>().AddSingleton<Reconcilers>();
        OpenDescription.Add(services, options.SiteName);
        Telemetry.Add(services);
        AddLog(builder.Logging, options);
    }

    /// <summary>What comes before the endpoints; it ends with the authorization.</summary>
    public static void Use(WebApplication app, WorkbenchOptions options)
    {
        if (options.Proxies.Count > 0) app.UseForwardedHeaders(ServerLimits.Forwarded(options.Proxies));
        var (log, failures) = (app.Services.GetRequiredService<RequestLog>(), app.Services.GetRequiredService<FailureAnswers>());
        if (options.LogsRequests) app.Use(log.WriteAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.Use(failures.AnswerAsync);
        app.Use(app.Services.GetRequiredService<PageCache>().ServeAsync);
        app.Use(HeadAsGetAsync);
        app.UseCookiePolicy(new CookiePolicyOptions { HttpOnly = HttpOnlyPolicy.Always, Secure = CookieSecurePolicy.SameAsRequest, MinimumSameSitePolicy = SameSiteMode.Lax });
        app.UseRouting();
        app.Use(ServerLimits.AllowUploadsAsync);
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<WorkbenchMeters>().CountAsync);
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.Use(app.Services.GetRequiredService<OpenPages>().OfferAsync);
    }

    // The server leaves the body out by itself; routes are then found as for GET.
    private static Task HeadAsGetAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    private static void AddLog(ILoggingBuilder logging, WorkbenchOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        // Of the framework only what went wrong: its lines name addresses and headers, and there is one line a request already.
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("ModelContextProtocol", LogLevel.Warning);
        // That it could not start is told by whoever started it, without a trace.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        // Whether the key ring is encrypted at rest is told where deploying is; the other lines repeat what the answer said.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        // A log that can't keep up loses lines and says how many; it does not hold readers up.
        logging.AddConsole(console => (console.LogToStandardErrorThreshold, console.MaxQueueLength, console.QueueFullMode) = (LogLevel.Trace, MostWaitingLines, ConsoleLoggerQueueFullMode.DropWrite));
        if (options.LogsJson) logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat, json.IncludeScopes) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", false));
        else logging.AddSimpleConsole(simple => (simple.SingleLine, simple.UseUtcTimestamp, simple.TimestampFormat, simple.IncludeScopes) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' ", false));
    }
}
