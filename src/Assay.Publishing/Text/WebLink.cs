using System.Diagnostics.CodeAnalysis;

namespace Assay.Publishing.Text;

/// <summary>An address that a page may link to: absolute, http or https, and no other.</summary>
internal static class WebLink
{
    /// <summary>Whether the address may be a link.</summary>
    public static bool TryRead(string? address, [NotNullWhen(true)] out Uri? link) =>
        Uri.TryCreate(address, UriKind.Absolute, out link)
        && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)
        && link.Host.Length > 0
        && link.UserInfo.Length == 0;
}
