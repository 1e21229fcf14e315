using System.Net;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Hosting;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData(null, "127.0.0.1")]
    public void Address_OfARequest_IsWrittenAsAwsWritesIt(string? socket, string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = socket is null ? null : IPAddress.Parse(socket);

        Assert.Equal(address, ClientAddress.From(context).ToString());
    }
}
