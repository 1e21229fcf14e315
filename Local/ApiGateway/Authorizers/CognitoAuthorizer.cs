using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws.Signatures;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// <c>COGNITO_USER_POOLS</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html): a token of one of
/// the pools, signed with RS256 and not expired; an ID token where the method names no scopes, else an access token with
/// one of them. The claims go to <c>requestContext.authorizer.claims</c>.
/// </summary>
internal sealed class CognitoAuthorizer(
    string header, string? validationExpression, IReadOnlyList<KeyRing> pools, TimeProvider time) : IAuthorizer
{
    private const string Bearer = "Bearer ";

    private static readonly GatewayFailure Expired =
        GatewayFailure.Unauthorized with { Message = "The incoming token has expired" };

    public async Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation)
    {
        var value = exchange.Request.Header(header)?.Trim() ?? "";
        var text = value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : value;
        if (SignedToken.Read(text) is not { } token)
        {
            return GatewayFailure.Unauthorized;
        }

        var pool = pools.FirstOrDefault(pool => pool.Issuer == token.Issuer);
        if (pool is null || !MatchesExpression(token))
        {
            return GatewayFailure.Unauthorized;
        }

        SecurityKey? key;
        try
        {
            key = await pool.FindAsync(token.Kid ?? "", cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException)
        {
            return GatewayFailure.AuthorizerMisconfigured;
        }

        if (key is null || !await SignedToken.IsSignedAsync(token, [key]) || !token.TryGetPayloadValue<long>("exp", out _))
        {
            return GatewayFailure.Unauthorized;
        }

        if (token.ValidTo <= time.GetUtcNow().UtcDateTime)
        {
            return Expired;
        }

        if (!IsForMethod(token, exchange.Method!.Scopes))
        {
            return GatewayFailure.Unauthorized;
        }

        exchange.Authorizer = new JsonObject { ["claims"] = Claims.From(token) };
        return null;
    }

    // API Gateway matches the expression with the client that the token was issued to.
    private bool MatchesExpression(JsonWebToken token) =>
        string.IsNullOrEmpty(validationExpression)
            || Regex.IsMatch(
                token.Audiences.FirstOrDefault() ?? "",
                $"^(?:{validationExpression})$",
                RegexOptions.None,
                TimeSpan.FromSeconds(1));

    private static bool IsForMethod(JsonWebToken token, IReadOnlyList<string> scopes)
    {
        token.TryGetPayloadValue<string>("token_use", out var use);
        if (scopes.Count == 0)
        {
            return use == "id";
        }

        token.TryGetPayloadValue<string>("scope", out var granted);
        return use == "access" && (granted ?? "").Split(' ').Intersect(scopes).Any();
    }
}
