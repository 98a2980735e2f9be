using Microsoft.AspNetCore.Http;

namespace Assay.Web.Operations;

/// <summary>Marks a route that programs use: what goes wrong there is told in JSON.</summary>
internal sealed class ForPrograms;

/// <summary>Tells for whom an answer is.</summary>
internal static class Format
{
    private static readonly string[] Endings = [".json", ".jsonld", ".csv", ".atom", ".rss", ".xml", ".txt"];

    /// <summary>Whether a program asked, by the route, by the ending of the address, or by asking for JSON and not for a page.</summary>
    public static bool IsForPrograms(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ForPrograms>() is not null) return true;
        if (Endings.Any(ending => (context.Request.Path.Value ?? "").EndsWith(ending, StringComparison.Ordinal))) return true;
        var accepted = context.Request.Headers.Accept.ToString();
        return accepted.Contains("json", StringComparison.OrdinalIgnoreCase) && !accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
