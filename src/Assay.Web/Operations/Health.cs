using Assay.Formats.Records;
using Assay.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Operations;

/// <summary>Tells machines whether the process lives (<c>/healthz</c>) and whether it can work (<c>/readyz</c>).</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new HealthDocument("live", null, null), HealthContext.Default.HealthDocument);
        }).WithMetadata(new ForPrograms()).WithSummary("Whether the process lives.").WithTags("Operations");
        app.MapGet("/readyz", ReadyAsync).WithMetadata(new ForPrograms()).WithSummary("Whether the store answers and the record is what its folders hold.").WithTags("Operations")
            .Produces<HealthDocument>().Produces<HealthDocument>(StatusCodes.Status503ServiceUnavailable);
    }

    // What is wrong in a pack may name files of the machine: that is for the log and the desk.
    private static async Task<IResult> ReadyAsync(HttpContext context, Store store, LiveRecord record)
    {
        context.Response.Headers.CacheControl = "no-store";
        var isStored = await AnswersAsync(store, context.RequestAborted);
        _ = record.Current;
        var isWhole = record.Broken is null;
        return TypedResults.Json(new HealthDocument(!isStored ? "not-ready" : isWhole ? "ready" : "degraded", isStored ? "reachable" : "unreachable", isWhole ? "current" : "broken"),
            HealthContext.Default.HealthDocument, statusCode: isStored ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> AnswersAsync(Store store, CancellationToken cancellation)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        soon.CancelAfter(Patience);
        try
        {
            await store.PingAsync(soon.Token);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>How a workbench is. <paramref name="Record"/> is <c>broken</c> where a pack or rule file can't be used and the last good record is.</summary>
internal sealed record HealthDocument(string Status, string? Store, string? Record);

/// <summary>How it is written.</summary>
[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
[System.Text.Json.Serialization.JsonSerializable(typeof(HealthDocument))]
internal sealed partial class HealthContext : System.Text.Json.Serialization.JsonSerializerContext;
