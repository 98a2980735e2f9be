using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Operations;

/// <summary>Who is at the other end, as far as may be told from the address.</summary>
internal static class Client
{
    private const int BitsV4 = 24;
    private const int BitsV6 = 48;
    private const int BitsOfOneV6 = 64;

    /// <summary>The address as the log may show it: the last byte of IPv4 and all but the first 48 bits of IPv6 are zero.</summary>
    public static string Shortened(HttpContext context) => Address(context) is { } address ? Masked(address, address.AddressFamily == AddressFamily.InterNetwork ? BitsV4 : BitsV6).ToString() : "-";

    /// <summary>What is counted as one client: an address of IPv4; of IPv6 the network that one customer is given.</summary>
    public static string Counted(HttpContext context) => Address(context) is { } address ? (address.AddressFamily == AddressFamily.InterNetwork ? address : Masked(address, BitsOfOneV6)).ToString() : "";

    private static IPAddress? Address(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;

    private static IPAddress Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - bits / 8);
        return new IPAddress(bytes);
    }
}
