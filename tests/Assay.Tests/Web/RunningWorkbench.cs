using Assay.Storage;
using Assay.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>A real workbench on a free port of this machine, over a store and local packs in a folder of its own, which is removed at the end.</summary>
internal sealed class RunningWorkbench : IAsyncDisposable
{
    private readonly Store _store;
    private readonly WebApplication _app;

    private RunningWorkbench(string folder, Store store, WebApplication app) => (Folder, _store, _app) = (folder, store, app);

    /// <summary>Where everything of it lies.</summary>
    public string Folder { get; }

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _app.Urls.First().TrimEnd('/');

    /// <summary>What it keeps.</summary>
    public Store Store => _store;

    /// <summary>What it answers at.</summary>
    public IEnumerable<RouteEndpoint> Routes() => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>What it writes to the log from now on.</summary>
    public LoggedLines Log()
    {
        var lines = new LoggedLines();
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        return lines;
    }

    /// <summary>Starts one.</summary>
    public static async Task<RunningWorkbench> StartAsync(Func<WorkbenchOptions, WorkbenchOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("assay-web-").FullName;
        var options = new WorkbenchOptions { Listen = ["http://127.0.0.1:0"], Store = Path.Combine(folder, "assay.db"), LocalPacks = Path.Combine(folder, "packs") };
        options = change?.Invoke(options) ?? options;
        var store = await Store.OpenAsync(options.Store, TimeProvider.System, TestContext.Current.CancellationToken);
        var app = Workbench.Build(options, store, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningWorkbench(folder, store, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
