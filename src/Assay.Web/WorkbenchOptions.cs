using Assay.Publishing.Site;
using Assay.Web.Operations;

namespace Assay.Web;

/// <summary>How a workbench is run.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>The addresses it listens at, as <c>http://127.0.0.1:5080</c>.</summary>
    public required IReadOnlyList<string> Listen { get; init; }

    /// <summary>The store: a file, or a connection string of PostgreSQL.</summary>
    public required string Store { get; init; }

    /// <summary>Folders of evidence packs beside the built-in ones.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>The folder of local packs, which the desk adds rows to; empty: none.</summary>
    public string LocalPacks { get; init; } = "";

    /// <summary>A folder of rules in place of the built-in ones; null: the built-in ones.</summary>
    public string? Rules { get; init; }

    /// <summary>The name on every page.</summary>
    public string SiteName { get; init; } = "Assay";

    /// <summary>The address that readers reach it at, without a slash at its end; empty: that of each request.</summary>
    public string BaseAddress { get; init; } = "";

    /// <summary>What the desk says of itself: who it is, who pays for it, how to reach it.</summary>
    public AboutText About { get; init; } = AboutText.None;

    /// <summary>Whether articles may be fetched from addresses of this machine and of private networks.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Proxies that are believed when they say who their client is: addresses, or networks as <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>How often one client may do what costs most.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>Whether the log is written as JSON, an object a line.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Whether every request is a line of the log; errors always are.</summary>
    public bool LogsRequests { get; init; } = true;

    /// <summary>What is wrong with the options, each in a sentence that says how to mend it; none: nothing.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var address in Listen.Where(address => !IsWeb(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal))))
            yield return $"'{address}' is no address to listen at; name one as http://127.0.0.1:5080";
        if (BaseAddress.Length > 0 && (!IsWeb(BaseAddress) || new Uri(BaseAddress) is { Query.Length: > 0 } or { Fragment.Length: > 0 } or { AbsolutePath.Length: > 1 }))
            yield return $"'{BaseAddress}' is no address that readers can reach it at; name one as https://desk.example, without a path";
        foreach (var proxy in Proxies.Where(proxy => !ServerLimits.IsProxy(proxy)))
            yield return $"'{proxy}' is no proxy; name its address, as 127.0.0.1, or its network, as 10.0.0.0/8";
        if (SiteName.Trim().Length == 0) yield return "the site needs a name";
    }

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
