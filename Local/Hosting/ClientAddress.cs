using System.Net;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Addresses as AWS writes them. A socket for both versions of IP gives an IPv4 address in the form of IPv6
/// (https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2), which no policy and no log has.
/// </summary>
internal static class ClientAddress
{
    /// <summary>Where a request came from; this machine where no socket says so.</summary>
    public static IPAddress From(HttpContext context) => Unmap(context.Connection.RemoteIpAddress ?? IPAddress.Loopback);

    /// <summary>The IPv4 address in an address of that form; any other address as it is.</summary>
    public static IPAddress Unmap(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
