using Assay.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>The description of everything that programs may ask for, by OpenAPI, made from the routes themselves.</summary>
internal static class OpenDescription
{
    private const string Path = "/openapi.json";
    private const string Name = "v1";

    public static void Add(IServiceCollection services, string site) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = route => route.ActionDescriptor.EndpointMetadata.OfType<ForPrograms>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = $"{site}: findings and the record they rest on";
            document.Info.Description = "Every page in other formats: the same address with .json, .csv or .jsonld. Errors are problem details (RFC 9457).";
            document.Info.Version = "1";
            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder app) => app.MapOpenApi(Path).WithMetadata(new ForPrograms());
}
