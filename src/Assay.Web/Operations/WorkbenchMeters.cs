using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Operations;

/// <summary>What the workbench counts of itself, beside what the framework counts of requests.</summary>
public sealed class WorkbenchMeters
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Assay.Web";

    private readonly Counter<long> _checks;
    private readonly Histogram<double> _checkSeconds;
    private readonly Counter<long> _reactions;
    private readonly Counter<long> _kept;

    /// <summary>Makes the instruments.</summary>
    public WorkbenchMeters(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _checks = meter.CreateCounter<long>("assay.checks", "{article}", "Articles checked at the desk.");
        _checkSeconds = meter.CreateHistogram<double>("assay.check.duration", "s", "How long a check took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        _reactions = meter.CreateCounter<long>("assay.reactions", "{reaction}", "Reactions kept.");
        _kept = meter.CreateCounter<long>("assay.kept.lookups", "{lookup}", "Look-ups of what is kept in memory, by whether it was there.");
    }

    /// <summary>An article was checked.</summary>
    public void Checked(TimeSpan took)
    {
        _checks.Add(1);
        _checkSeconds.Record(took.TotalSeconds);
    }

    /// <summary>Counts the reactions among the requests: one that was answered without an error is on the disk.</summary>
    internal async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode < 400 && HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } && (pattern.EndsWith("/react", StringComparison.Ordinal) || pattern.EndsWith("/reactions.json", StringComparison.Ordinal))) _reactions.Add(1);
    }

    /// <summary>Something was looked up in what is kept in memory.</summary>
    /// <param name="what">What is kept, as <c>checks</c>.</param>
    /// <param name="isThere">Whether it was there.</param>
    public void LookedUp(string what, bool isThere) => _kept.Add(1, new("what", what), new("found", isThere));
}
