using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>What every page of the site needs besides its own content.</summary>
public sealed record SiteFrame
{
    /// <summary>The site's name.</summary>
    public required string SiteName { get; init; }

    /// <summary>The address that the site is reached at, without a slash at its end: <c>https://example.org</c>.</summary>
    public required string BaseAddress { get; init; }

    /// <summary>The path of this page, as <c>/a/k3fj/c18</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The language of the interface, <c>en</c> or <c>ru</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The path of the style sheet.</summary>
    public required string Style { get; init; }

    /// <summary>The path of the script.</summary>
    public required string Script { get; init; }

    /// <summary>Who is signed in; empty: nobody, or a page that is the same for everybody.</summary>
    public string Account { get; init; } = "";

    /// <summary>Whether whoever is signed in may edit.</summary>
    public bool IsEditor { get; init; }

    /// <summary>Whether whoever is signed in may see who else may.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether the editor is only the first visitor of a workbench without accounts.</summary>
    public bool IsFirstVisitor { get; init; }

    /// <summary>The name and value of the hidden field that proves a form was sent from this site; the value is empty on pages that are the same for everybody.</summary>
    public (string Name, string Value) Token { get; init; }

    /// <summary>The same content in other formats: media type and path.</summary>
    public ImmutableArray<(string Type, string Path)> Alternates { get; init; } = [];
}
