namespace Assay.Formats.Sitemaps;

/// <summary>A page for search engines.</summary>
/// <param name="Address">Its address: http or https, at most 2,048 characters.</param>
/// <param name="Updated">When it last changed; null: not known.</param>
public readonly record struct SitemapEntry(Uri Address, DateTimeOffset? Updated = null);

/// <summary>A file of a sitemap.</summary>
/// <param name="Name">Its name, below the site's address.</param>
/// <param name="Content">What is in it, UTF-8.</param>
public sealed record SitemapFile(string Name, ReadOnlyMemory<byte> Content);
