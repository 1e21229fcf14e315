using System.Net;
using System.Net.Sockets;

namespace Lexicon.Local.Hosting;

/// <summary>Where the runner's server takes <see cref="GuestConnections"/>: beside its ports, no address of this machine.</summary>
internal sealed class GuestEndPoint : EndPoint
{
    public override AddressFamily AddressFamily => AddressFamily.Unspecified;

    public override string ToString() => "functions";
}
