using System.Globalization;

namespace Assay.Formats.Publications;

/// <summary>Where findings are published and who publishes them: the one place that knows what the address of anything is.</summary>
public sealed record Site
{
    /// <summary>A site by its address and its publisher.</summary>
    /// <param name="address">The address that all others begin with: http or https, without query and fragment.</param>
    /// <param name="publisher">The publisher's name.</param>
    /// <param name="publisherAddress">The publisher's home page; null: the site itself.</param>
    /// <exception cref="ArgumentException">The address is not absolute, of another scheme, or has a query or fragment; or the publisher has no name.</exception>
    public Site(Uri address, string publisher, Uri? publisherAddress = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(publisher);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("A site's address is http or https, without query and fragment.", nameof(address));
        // Sitemaps and feeds are read by programs that know hosts in ASCII only.
        var ascii = new UriBuilder(address) { Host = address.IdnHost };
        if (!ascii.Path.EndsWith('/')) ascii.Path += "/";
        Address = ascii.Uri;
        Publisher = publisher;
        PublisherAddress = publisherAddress ?? Address;
    }

    /// <summary>The address that all others begin with; ends with a slash.</summary>
    public Uri Address { get; }

    /// <summary>The publisher's name.</summary>
    public string Publisher { get; }

    /// <summary>The publisher's home page.</summary>
    public Uri PublisherAddress { get; }

    /// <summary>How verdicts are made.</summary>
    public Uri Method => At("method");

    /// <summary>The reconciliation service.</summary>
    public Uri Reconciliation => At("reconcile");

    /// <summary>An article, in its newest version.</summary>
    public Uri Article(string article) => At("a", article);

    /// <summary>A version of an article, which never changes.</summary>
    public Uri Version(string article, int version) => At("a", article, Number(version));

    /// <summary>A claim of an article.</summary>
    public Uri Claim(string article, string claim) => At("a", article, claim);

    /// <summary>A claim of a version of an article, which never changes.</summary>
    public Uri Claim(string article, int version, string claim) => At("a", article, Number(version), claim);

    /// <summary>The annotations of a version of an article.</summary>
    public Uri Annotations(string article, int version) => At("a", article, Number(version), "annotations");

    /// <summary>An entity of the record.</summary>
    public Uri Entity(string entity) => At("e", entity);

    /// <summary>A source of the record.</summary>
    public Uri Source(string source) => At("s", source);

    /// <summary>A pack of the record.</summary>
    public Uri Pack(string pack) => At("packs", pack);

    /// <summary>What other sites show of an article, or of one claim of it.</summary>
    public Uri Embed(string article, string? claim = null) => claim is null ? At("embed", "a", article) : At("embed", "a", article, claim);

    /// <summary>An address below the site's.</summary>
    /// <param name="parts">The parts of its path; each is escaped.</param>
    /// <exception cref="ArgumentException">A part is empty or a step up.</exception>
    public Uri At(params ReadOnlySpan<string> parts)
    {
        var path = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is null or "" or "." or "..") throw new ArgumentException($"'{parts[i]}' is no part of an address.", nameof(parts));
            path[i] = Uri.EscapeDataString(parts[i]);
        }
        return new Uri(Address, string.Join('/', path));
    }

    private static string Number(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return string.Create(CultureInfo.InvariantCulture, $"v{version}");
    }
}
