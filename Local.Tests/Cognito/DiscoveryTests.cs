using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class DiscoveryTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Fact]
    public async Task Discovery_NamesTheIssuerAndEndpointsOfThisStart()
    {
        var discovery = JsonNode.Parse(await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/openid-configuration"))!;

        Assert.Equal($"http://localhost:{_pool.Aws.Port}/{_pool.PoolId}", (string)discovery["issuer"]!);
        Assert.Equal($"{_pool.Issuer}/.well-known/jwks.json", (string)discovery["jwks_uri"]!);
        Assert.Equal(new Uri(_pool.Aws, "oauth2/authorize").AbsoluteUri, (string)discovery["authorization_endpoint"]!);
        Assert.Equal(new Uri(_pool.Aws, "oauth2/token").AbsoluteUri, (string)discovery["token_endpoint"]!);
        Assert.Equal(new Uri(_pool.Aws, "logout").AbsoluteUri, (string)discovery["end_session_endpoint"]!);
    }

    [Fact]
    public async Task KeySet_ForTheAuthorizer_IsThePublishedOne()
    {
        var found = _pool.Pools.Find(_pool.PoolArn)!;

        Assert.Equal(_pool.Issuer, found.Issuer.AbsoluteUri);
        Assert.Equal(
            await found.KeysAsync(CancellationToken.None), await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json"));
        Assert.Null(_pool.Pools.Find(_pool.PoolArn + "x"));
    }
}
