using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Formats.Publications;

namespace Assay.Formats.Sitemaps;

/// <summary>
/// Writes a sitemap by the protocol of sitemaps.org: one file, or an index with as many files as its limits ask for: <c>docs/formats/sitemap.md</c>.
/// </summary>
public static class SitemapXml
{
    /// <summary>The name of the file that search engines ask for: the sitemap, or the index of its files.</summary>
    public const string Name = "sitemap.xml";

    /// <summary>The most addresses that a file may hold, and the most files that an index may.</summary>
    public const int MostAddresses = 50_000;

    /// <summary>The most bytes that a file may have: 50 MB.</summary>
    public const int MostBytes = 52_428_800;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int LongestAddress = 2_048;

    private static readonly byte[] Opening = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"{Namespace}\">\n");
    private static readonly byte[] Closing = "</urlset>\n"u8.ToArray();

    /// <summary>The files of a sitemap; the first is <see cref="Name"/>.</summary>
    /// <param name="entries">The pages; one that has too long an address, or is not below the site's, is left out, for the protocol refuses it.</param>
    /// <param name="site">The site.</param>
    /// <exception cref="ArgumentException">There are more pages than an index of files can hold.</exception>
    public static ImmutableArray<SitemapFile> Write(IEnumerable<SitemapEntry> entries, Site site) => Write(entries, site, MostAddresses, MostBytes);

    internal static ImmutableArray<SitemapFile> Write(IEnumerable<SitemapEntry> entries, Site site, int mostAddresses, int mostBytes)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(site);
        var parts = Parts(entries.Where(entry => Belongs(entry.Address, site)), mostAddresses, mostBytes);
        if (parts.Count == 1) return [new SitemapFile(Name, parts[0].Content)];
        if (parts.Count > mostAddresses) throw new ArgumentException($"An index holds {mostAddresses} files; these pages would need {parts.Count}.", nameof(entries));
        var files = parts.Select((part, i) => new SitemapFile(string.Create(CultureInfo.InvariantCulture, $"sitemap-{i + 1}.xml"), part.Content)).ToList();
        return [new SitemapFile(Name, Index(files.Zip(parts, (file, part) => new SitemapEntry(site.At(file.Name), part.Updated)))), .. files];
    }

    private static bool Belongs(Uri address, Site site) => site.Address.IsBaseOf(address) && address.AbsoluteUri.Length <= LongestAddress;

    private static List<(byte[] Content, DateTimeOffset? Updated)> Parts(IEnumerable<SitemapEntry> entries, int mostAddresses, int mostBytes)
    {
        var parts = new List<(byte[], DateTimeOffset?)>();
        using var part = new MemoryStream();
        part.Write(Opening);
        DateTimeOffset? updated = null;
        var count = 0;
        foreach (var entry in entries)
        {
            var element = Encoding.UTF8.GetBytes(Element("url", entry));
            if (count == mostAddresses || (count > 0 && part.Length + element.Length + Closing.Length > mostBytes)) End();
            part.Write(element);
            if (entry.Updated is { } time && (updated is null || time > updated)) updated = time;
            count++;
        }
        if (count > 0 || parts.Count == 0) End();
        return parts;

        void End()
        {
            part.Write(Closing);
            parts.Add((part.ToArray(), updated));
            part.SetLength(0);
            part.Write(Opening);
            (count, updated) = (0, null);
        }
    }

    private static byte[] Index(IEnumerable<SitemapEntry> files) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"{Namespace}\">\n{string.Concat(files.Select(file => Element("sitemap", file)))}</sitemapindex>\n");

    // An address has no character that XML refuses; of those that XML escapes it can have two.
    private static string Element(string name, SitemapEntry entry)
    {
        var address = entry.Address.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);
        var updated = entry.Updated is { } time ? $"<lastmod>{XmlConvert.ToString(time.ToUniversalTime(), "yyyy-MM-ddTHH:mm:ssZ")}</lastmod>" : "";
        return $"<{name}><loc>{address}</loc>{updated}</{name}>\n";
    }
}
