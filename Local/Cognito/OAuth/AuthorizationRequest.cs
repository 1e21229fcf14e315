using System.Text.RegularExpressions;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// An authorization request of a known client and callback
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html, RFC 7636).
/// </summary>
internal sealed partial record AuthorizationRequest(
    ClientDefinition Client, string RedirectUri, string Scope, string? State, string? Nonce, string CodeChallenge)
{
    /// <summary>What else is wrong with the request; the client is told, by redirect.</summary>
    public OAuthException? Error { get; private init; }

    /// <summary>Reads and checks the query.</summary>
    /// <exception cref="OAuthException">Client or redirect URI are wrong: the error must be shown, never redirected.</exception>
    public static AuthorizationRequest Read(IQueryCollection query, UserPools pools)
    {
        var client = ClientOf(query, pools);
        var redirect = (string?)query["redirect_uri"] ?? string.Empty;

        // Compared as strings, character by character (RFC 6749 section 3.1.2.3; OAuth 2.0 Security BCP section 2.1).
        if (!client.Properties.CallbackURLs.Contains(redirect, StringComparer.Ordinal))
        {
            throw new OAuthException("redirect_mismatch", "The redirect_uri is not one of the client's callback URLs.");
        }

        var challenge = (string?)query["code_challenge"] ?? string.Empty;
        var allowed = client.Properties.AllowedOAuthScopes;
        var scope = (string?)query["scope"] is { Length: > 0 } asked ? asked : string.Join(' ', allowed);
        var error = query switch
        {
            _ when !client.Properties.AllowedOAuthFlowsUserPoolClient || !client.Properties.AllowedOAuthFlows.Contains("code") =>
                new OAuthException("unauthorized_client", "The client has no OAuth flow 'code'."),
            _ when query["response_type"] != "code" =>
                new OAuthException("invalid_request", "The response_type must be code."),
            _ when query["code_challenge_method"] != "S256" =>
                new OAuthException("invalid_request", "The code_challenge_method must be S256."),
            _ when !Challenge().IsMatch(challenge) =>
                new OAuthException("invalid_request", "The code_challenge must be the base64url of a SHA-256 digest."),
            _ when scope.Split(' ').Any(one => !allowed.Contains(one)) =>
                new OAuthException("invalid_scope", "The client may not ask for this scope."),
            _ => null,
        };
        return new AuthorizationRequest(client, redirect, scope, query["state"], query["nonce"], challenge) { Error = error };
    }

    /// <summary>The client that a request names, in a pool that has a domain.</summary>
    /// <exception cref="OAuthException">There is none.</exception>
    public static ClientDefinition ClientOf(IQueryCollection query, UserPools pools)
    {
        var client = pools.Client(query["client_id"])
            ?? throw new OAuthException("invalid_request", "The client_id names no client of the local user pools.");
        return pools.HasDomain(client.PoolId)
            ? client
            : throw new OAuthException("invalid_request", "The user pool has no AWS::Cognito::UserPoolDomain, so no sign-in page.");
    }

    /// <summary>Where the browser goes with a response, <c>state</c> included.</summary>
    public string Answer(params IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var query = new QueryBuilder(parameters);
        if (State is { } state)
        {
            query.Add("state", state);
        }

        return RedirectUri + (RedirectUri.Contains('?') ? "&" + query.ToString()[1..] : query);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Challenge();
}
