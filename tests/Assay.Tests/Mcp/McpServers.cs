using Assay.Formats.Packs;
using Assay.Formats.Records;
using Assay.Formats.Rules;
using Assay.Tests.Cli;
using Assay.Web.Mcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>The server both ways, each with a client: as a program of its own over standard input and output, and over HTTP.</summary>
public sealed class McpServers : IAsyncLifetime
{
    private WebApplication? _site;

    /// <summary>A client of <c>assay mcp</c>.</summary>
    public McpClient Program { get; private set; } = null!;

    /// <summary>A client of the endpoint.</summary>
    public McpClient Endpoint { get; private set; } = null!;

    /// <summary>Where the endpoint is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The client of one way.</summary>
    public McpClient Of(string way) => way == "program" ? Program : Endpoint;

    public async ValueTask InitializeAsync()
    {
        Program = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions { Command = "dotnet", Arguments = [CommandRun.Program, "mcp"], Name = "assay" }));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var record = new LoadedRecord(EvidencePack.Embedded(), RuleFiles.Default);
        builder.Services.AddAssayMcp(_ => record);
        _site = builder.Build();
        _site.MapAssayMcp();
        await _site.StartAsync();
        Address = new Uri(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/mcp");
        Endpoint = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = Address }));
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Endpoint.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }
}
