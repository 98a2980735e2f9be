using Assay.Formats.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Web.Mcp;

/// <summary>The server of the model context protocol over HTTP, in a web application: each request stands by itself.</summary>
public static class McpEndpoint
{
    /// <summary>The longest request that is taken, in bytes.</summary>
    public const long MostBytes = 1024 * 1024;

    /// <summary>Adds the tools. They go by the <see cref="TimeProvider"/> of the application, if it has one.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="record">The record in force, asked for with every call.</param>
    public static IServiceCollection AddAssayMcp(this IServiceCollection services, Func<IServiceProvider, LoadedRecord> record)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(record);
        services.AddMcpServer(McpIdentity.Describe).WithHttpTransport(options => options.Stateless = true);
        services.AddSingleton(provider => new ToolDesk(() => record(provider), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        foreach (var form in AssayTools.Forms)
            services.AddSingleton<McpServerTool>(provider => new AssayTool(form, provider.GetRequiredService<ToolDesk>(), provider.GetRequiredService<ILogger<AssayTool>>()));
        return services;
    }

    /// <summary>Maps the endpoint. A page of another site is refused; longer requests than <see cref="MostBytes"/> are, too.</summary>
    /// <param name="endpoints">The application, whose services have <see cref="AddAssayMcp"/>.</param>
    /// <param name="path">Where.</param>
    public static IEndpointConventionBuilder MapAssayMcp(this IEndpointRouteBuilder endpoints, string path = "/mcp")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var mapped = endpoints.MapMcp(path);
        mapped.Add(endpoint =>
        {
            endpoint.Metadata.Add(new SizeLimit());
            var answer = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => IsOfAnotherSite(context.Request) ? Refuse(context) : answer(context);
        });
        return mapped;
    }

    private static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin, ..] && (!Uri.TryCreate(origin, UriKind.Absolute, out var site) || !site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static Task Refuse(HttpContext context) =>
        TypedResults.Problem("The request comes from a page of another site.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
