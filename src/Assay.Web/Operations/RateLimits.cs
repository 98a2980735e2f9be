using System.Globalization;
using System.Threading.RateLimiting;
using Assay.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Operations;

/// <summary>
/// Holds clients to <see cref="LimitOptions"/>: by reader or account, and more loosely by address, so that whoever throws the cookie away gains nothing.
/// Clients are counted in a fixed number of buckets, so memory stays bounded whoever comes.
/// </summary>
internal static class RateLimits
{
    private const int Buckets = 1 << 14;

    /// <summary>A limit: so many at once, then one each time its share of the window has passed.</summary>
    private readonly record struct Limit(string Name, int Most, TimeSpan Window, bool IsByReader);

    public static void Set(RateLimiterOptions limiter, LimitOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
        if (options.IsOff) return;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, (string, int)>(context => LimitOf(context, options) is { } limit ? Bucket(limit, limit.IsByReader ? options.ReadersPerAddress : 1, Client.Counted(context)) : Unlimited),
            PartitionedRateLimiter.Create<HttpContext, (string, int)>(context => LimitOf(context, options) is { IsByReader: true } limit && Reader(context) is { } reader ? Bucket(limit, 1, reader) : Unlimited));
    }

    private static RateLimitPartition<(string, int)> Unlimited => RateLimitPartition.GetNoLimiter<(string, int)>(("", 0));

    /// <summary>Which limit a request falls under; null: none.</summary>
    private static Limit? LimitOf(HttpContext context, LimitOptions options)
    {
        var path = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var isChange = HttpMethods.IsPost(context.Request.Method);
        var (minute, hour) = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        return path switch
        {
            _ when path.StartsWith("/reconcile", StringComparison.Ordinal) => new Limit("reconciliation", options.Reconciliations, minute, IsByReader: false),
            _ when path.StartsWith("/mcp", StringComparison.Ordinal) => new Limit("tools", options.ToolCalls, minute, IsByReader: false),
            _ when path.StartsWith("/search", StringComparison.Ordinal) => new Limit("search", options.Searches, minute, IsByReader: false),
            _ when !isChange => null,
            "/sign-in" => new Limit("sign-in", options.SignIns, minute, IsByReader: false),
            "/sign-out" => null,
            _ when path.EndsWith("/react", StringComparison.Ordinal) || path.EndsWith("/reactions.json", StringComparison.Ordinal) => new Limit("reaction", options.Reactions, minute, IsByReader: true),
            _ when path.StartsWith("/desk", StringComparison.Ordinal) => new Limit("check", options.Checks, minute, IsByReader: true),
            "" => null,
            _ => new Limit("request", options.Requests, hour, IsByReader: true),
        };
    }

    private static string? Reader(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name } ? $"account {name}" : context.RequestServices.GetRequiredService<ReaderCookie>().Find(context);

    // The hash differs from run to run: nobody can choose whom to share a bucket with.
    private static RateLimitPartition<(string, int)> Bucket(Limit limit, int times, string client) =>
        RateLimitPartition.GetTokenBucketLimiter(($"{limit.Name} {times}", client.GetHashCode(StringComparison.Ordinal) & (Buckets - 1)), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Most * times, TokensPerPeriod = 1, ReplenishmentPeriod = limit.Window / (limit.Most * times), QueueLimit = 0, AutoReplenishment = true,
        });

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return new Failure(StatusCodes.Status429TooManyRequests, "too-many", "Too many requests", string.Create(CultureInfo.InvariantCulture, $"This was done too often in a short time. Nothing was changed; try again in {wait} seconds.")).ExecuteAsync(rejected.HttpContext);
    }
}
