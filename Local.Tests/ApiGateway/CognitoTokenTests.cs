using System.Text;
using Microsoft.IdentityModel.Tokens;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;
using static Lexicon.Local.Tests.ApiGateway.ReadersGateway;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class CognitoTokenTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.c2ln")]
    public async Task WhatIsNoToken_IsUnauthorized(string authorization)
    {
        await using var gateway = await StartAsync();

        await FailureAsync(await GetAsync(gateway, authorization), 401, "UnauthorizedException", Unauthorized);
        Assert.Equal(0, gateway.Pool.Asked);
    }

    [Fact]
    public async Task ExpiredToken_IsToldSo_FromItsLastSecondOn()
    {
        await using var gateway = await StartAsync();
        var token = "Bearer " + gateway.Pool.Token(Claims(gateway, []));

        gateway.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (int)(await GetAsync(gateway, token)).StatusCode);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await FailureAsync(
            await GetAsync(gateway, token), 401, "UnauthorizedException", """{"message":"The incoming token has expired"}""");
    }

    [Theory]
    [InlineData("iss", "http://localhost:9202/us-east-1_Other")]
    [InlineData("iss", "http://localhost:9202/us-east-1_Test/")]
    [InlineData("token_use", "access")]
    [InlineData("token_use", "")]
    [InlineData("exp", null)]
    public async Task TokenWithAnotherClaim_IsUnauthorized(string claim, string? value)
    {
        await using var gateway = await StartAsync();
        var claims = Claims(gateway, []);
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(claims));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }

    [Fact]
    public async Task TokenOfAnotherKey_UnderTheSameId_IsUnauthorized()
    {
        await using var gateway = await StartAsync();

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, []), FakeUserPool.OtherKey));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ChangedToken_IsUnauthorized(int part)
    {
        await using var gateway = await StartAsync();
        var parts = gateway.Pool.Token(Claims(gateway, [])).Split('.');
        var bytes = Base64UrlEncoder.DecodeBytes(parts[part]);
        var text = Encoding.Latin1.GetString(bytes);
        parts[part] = part == 2
            ? Base64UrlEncoder.Encode([(byte)(bytes[0] ^ 1), .. bytes[1..]])
            : Base64UrlEncoder.Encode(Encoding.Latin1.GetBytes(part == 0
                ? text.Replace("RS256", "RS384", StringComparison.Ordinal)
                : text.Replace("5555", "5556", StringComparison.Ordinal)));

        await FailureAsync(
            await GetAsync(gateway, "Bearer " + string.Join('.', parts)), 401, "UnauthorizedException", Unauthorized);
    }

    [Fact]
    public async Task TokenSignedWithAnotherAlgorithm_IsUnauthorized()
    {
        await using var gateway = await StartAsync();

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, []), algorithm: "RS512"));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }
}
