using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Assay.Articles;

namespace Assay.Formats.Articles;

/// <summary>How an address is fetched.</summary>
public readonly record struct FetchOptions()
{
    /// <summary>Whether addresses of this machine and of private networks are allowed (RFC 6890); else they are refused, also after a redirect.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The longest that it may take, redirects and all.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many redirects are followed.</summary>
    public int MostRedirects { get; init; } = 5;
}

/// <summary>Fetches an article from an address of the web: within limits of size, time and redirects, and from public addresses only.</summary>
public static class ArticleAddress
{
    private static readonly string[] Read = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

    /// <summary>Whether a name is an address of the web and no file.</summary>
    public static bool Is(string name) =>
        Uri.TryCreate(name, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>Fetches and reads an article.</summary>
    /// <exception cref="InvalidDataFileException">What came is no article, or is too large.</exception>
    /// <exception cref="IOException">It could not be fetched: the message says why.</exception>
    public static async Task<Article> FetchAsync(Uri address, FetchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(options.MostTime);
        try
        {
            using var handler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, UseProxy = false, MaxResponseHeadersLength = 64,
                ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options.AllowPrivate, token),
            };
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.UserAgent.ParseAdd("Assay/0.1 (fact-checking)");
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html, text/plain;q=0.9, application/pdf;q=0.5, */*;q=0.1");
            return await FollowAsync(client, address, options, time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"no whole answer within {options.MostTime.TotalSeconds:0.#} s; try again, or save the page and check the file"));
        }
        catch (HttpRequestException error)
        {
            // A refusal of ours says more than the wrapping of it.
            throw error.InnerException is PrivateAddressException ? (IOException)error.InnerException : new IOException($"{(error.InnerException ?? error).Message.TrimEnd('.')}; check the address, or save the page and check the file", error);
        }
    }

    private static async Task<Article> FollowAsync(HttpClient client, Uri address, FetchOptions options, CancellationToken cancellation)
    {
        for (var hops = 0; ; hops++)
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is not { } location) return await ReadAsync(response, address, cancellation).ConfigureAwait(false);
            if (hops == options.MostRedirects) throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it redirects more than {options.MostRedirects} times; give the address that it ends at"));
            address = new Uri(address, location);
            if (address.Scheme is not ("http" or "https")) throw new IOException($"it redirects to an address of {address.Scheme}:, which is not followed");
        }
    }

    private static async Task<Article> ReadAsync(HttpResponseMessage response, Uri address, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode) throw new IOException(string.Create(CultureInfo.InvariantCulture, $"the server answers {(int)response.StatusCode} ({response.ReasonPhrase}); open it in a browser, save the page and check the file"));
        var type = response.Content.Headers.ContentType;
        if (type?.MediaType is { } media && !Read.Contains(media, StringComparer.OrdinalIgnoreCase))
            throw ArticleFile.Refused(new Problem("content-type", address.ToString(), 0, 0, media, "a page, a text, a PDF or a .docx", "give the address of the article itself"));
        if (response.Content.Headers.ContentLength > ArticleFile.MostBytes) throw ArticleFile.TooLarge(address.ToString(), $"{response.Content.Headers.ContentLength} bytes");
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int count; (count = await stream.ReadAsync(block, cancellation).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(block, 0, count);
            if (bytes.Length > ArticleFile.MostBytes) throw ArticleFile.TooLarge(address.ToString(), $"more than {ArticleFile.MostBytes} bytes");
        }
        // A page is a page by what the server says, but what begins as a PDF or an archive is none.
        var isPage = type?.MediaType is "text/html" or "application/xhtml+xml" && FormatOf.Bytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), "") is ArticleFormat.Html or ArticleFormat.Text;
        var article = isPage ? ArticleFile.Bounded(HtmlArticle.Read(bytes.ToArray(), address.ToString(), address, type?.CharSet), address.ToString()) : ArticleFile.Read(bytes.ToArray(), address.AbsolutePath, address.ToString());
        return article.Url.Length > 0 ? article : article with { Url = address.ToString() };
    }

    // The address that is checked is the one that is connected to: a name can't be answered anew in between.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellation).ConfigureAwait(false);
        var allowed = addresses.Where(address => allowPrivate || !IsPrivate(address)).ToArray();
        if (allowed.Length == 0)
            throw new PrivateAddressException($"{host.Host} is an address of this machine or of a private network, which is not fetched; add --allow-private if that is meant");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address is none of the public internet: the special-purpose blocks of RFC 6890, multicast and the like.</summary>
    internal static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            // 64:ff9b::/96 and 2002::/16 carry an address of version 4 inside.
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Any)
                || bytes is [0x00, 0x64, 0xFF, 0x9B, ..] or [0x20, 0x02, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] or [0x20, 0x01, 0x00, 0x00, ..] or [0x01, 0x00, ..] || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0;
        return bytes is [0 or 10 or 127 or >= 224, ..] or [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..]
            or [192, 168, ..] or [192, 0, 0 or 2, _] or [192, 88, 99, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _];
    }
}

/// <summary>An address of this machine or of a private network was asked for.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);
