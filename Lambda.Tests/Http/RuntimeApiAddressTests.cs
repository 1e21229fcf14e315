using Amazon.Lambda.RuntimeSupport.Http;

namespace Lexicon.Lambda.Tests.Http;

public sealed class RuntimeApiAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:9001")]
    [InlineData("169.254.100.1")]
    [InlineData("[::1]:9001")]
    [InlineData("localhost:9001")]
    [InlineData("runtime.internal")]
    public void Parse_OfAHostAndPort_IsWhatTheHostHeaderSays(string address) =>
        Assert.Equal(address, RuntimeApiAddress.Parse(address).Host);

    [Theory]
    [InlineData(null, "AWS_LAMBDA_RUNTIME_API is not set: this process is not run by Lambda.")]
    [InlineData("", "AWS_LAMBDA_RUNTIME_API is not set: this process is not run by Lambda.")]
    [InlineData("no host:at all", "AWS_LAMBDA_RUNTIME_API is not a host and a port: no host:at all")]
    public void Parse_OfAnythingElse_SaysSo(string? address, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => RuntimeApiAddress.Parse(address)).Message);
}
