using Lexicon.Local.ApiGateway.Authorizers;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;
using static Lexicon.Local.Tests.ApiGateway.ReadersGateway;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Keys_AreAskedForOnce_AndAgainForAnUnknownId_AtMostOnceInAPause()
    {
        await using var gateway = await StartAsync();
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(1, gateway.Pool.Asked);

        gateway.Pool.Rotate("key-2");
        Assert.Equal(401, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(1, gateway.Pool.Asked);

        gateway.Clock.Advance(KeyRing.RefreshInterval);
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(401, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, []), keyId: "forged"))).StatusCode);
        Assert.Equal(2, gateway.Pool.Asked);
    }

    [Fact]
    public async Task KeysOutOfReach_AreAFailureOfTheAuthorizer()
    {
        await using var gateway = await StartAsync();
        gateway.Pool.IsDown = true;

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, [])));

        await FailureAsync(response, 500, "AuthorizerConfigurationException", """{"message":null}""");
    }
}
