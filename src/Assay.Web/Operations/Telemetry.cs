using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Assay.Web.Operations;

/// <summary>Sends metrics and traces where the standard variables of OpenTelemetry say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin); without them, nothing is gathered.</summary>
internal static class Telemetry
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<WorkbenchMeters>();
        if (Endpoints.All(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))) return;
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("assay"))
            .WithMetrics(metrics => metrics.AddMeter(WorkbenchMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql").AddOtlpExporter())
            // What people search for and where they come from is left out of traces, as it is of the log.
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(tracing => tracing.EnrichWithHttpRequest = (activity, _) =>
            {
                foreach (var tag in new[] { "url.query", "client.address", "user_agent.original" }) activity.SetTag(tag, null);
            }).AddSource("Npgsql").AddOtlpExporter());
    }
}
