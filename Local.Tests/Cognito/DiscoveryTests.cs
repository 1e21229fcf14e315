using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class DiscoveryTests(PoolFixture fixture)
{
    private readonly RunningPool pool = fixture.Pool;

    [Fact]
    public async Task Discovery_NamesTheIssuerAndEndpointsOfThisStart()
    {
        var discovery = JsonNode.Parse(await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/openid-configuration"))!;

        Assert.Equal($"http://localhost:{pool.Aws.Port}/{pool.PoolId}", (string)discovery["issuer"]!);
        Assert.Equal($"{pool.Issuer}/.well-known/jwks.json", (string)discovery["jwks_uri"]!);
        Assert.Equal(new Uri(pool.Aws, "oauth2/authorize").AbsoluteUri, (string)discovery["authorization_endpoint"]!);
        Assert.Equal(new Uri(pool.Aws, "oauth2/token").AbsoluteUri, (string)discovery["token_endpoint"]!);
        Assert.Equal(new Uri(pool.Aws, "logout").AbsoluteUri, (string)discovery["end_session_endpoint"]!);
    }

    [Fact]
    public async Task KeySet_ForTheAuthorizer_IsThePublishedOne()
    {
        var found = pool.Pools.Find(pool.PoolArn)!;

        Assert.Equal(pool.Issuer, found.Issuer.AbsoluteUri);
        Assert.Equal(
            await found.KeysAsync(CancellationToken.None), await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/jwks.json"));
        Assert.Null(pool.Pools.Find(pool.PoolArn + "x"));
    }
}
