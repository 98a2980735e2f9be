using Assay.Publishing.Site;

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
}
