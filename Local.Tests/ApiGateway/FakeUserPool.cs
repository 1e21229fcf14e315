using System.Security.Cryptography;
using System.Text.Json;
using Lexicon.Local.Cognito;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>A user pool whose keys no other pool has.</summary>
internal sealed class FakeUserPool : IUserPools
{
    public const string Arn = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Test";
    public const string Issuer = "http://localhost:9202/us-east-1_Test";
    public const string ProviderName = "localhost:9202/us-east-1_Test";

    /// <summary>A key that the pool does not have until it rotates; made once, since making one takes a second.</summary>
    public static readonly RSA OtherKey = RSA.Create(2048);

    private static readonly RSA FirstKey = RSA.Create(2048);

    private RSA _rsa = FirstKey;

    /// <summary>The id of the key that signs now.</summary>
    public string KeyId { get; private set; } = "key-1";

    /// <summary>How often the keys were asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>Set: asking for the keys fails.</summary>
    public bool IsDown { get; set; }

    public UserPool? Find(string arn) => arn == Arn ? new("us-east-1_Test", Arn, new(Issuer), KeysAsync) : null;

    public UserPool? FindByProviderName(string name) => name == ProviderName ? Find(Arn) : null;

    /// <summary>From now on the other key signs.</summary>
    public void Rotate(string keyId) => (_rsa, KeyId) = (OtherKey, keyId);

    /// <summary>A token with these claims, signed by the pool or by another key.</summary>
    public string Token(Dictionary<string, object> claims, RSA? key = null, string? keyId = null, string algorithm = "RS256") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(new RsaSecurityKey(key ?? _rsa) { KeyId = keyId ?? KeyId }, algorithm));

    private Task<string> KeysAsync(CancellationToken cancellation)
    {
        Asked++;
        var parameters = _rsa.ExportParameters(false);
        return IsDown
            ? Task.FromException<string>(new HttpRequestException("down"))
            : Task.FromResult(JsonSerializer.Serialize(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", alg = "RS256", use = "sig", kid = KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            }));
    }
}
