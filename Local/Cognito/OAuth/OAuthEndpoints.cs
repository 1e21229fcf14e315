using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>The OAuth and OpenID Connect endpoints: which path is which, CORS, and how errors are shown.</summary>
internal sealed class OAuthEndpoints(
    UserPools pools,
    Lazy<SigningKey> key,
    AuthorizeEndpoint authorize,
    LoginEndpoint login,
    SignUpEndpoint signUp,
    ForgotPasswordEndpoint forgotPassword,
    TokenEndpoint token,
    UserInfoEndpoint userInfo,
    RevokeEndpoint revoke,
    LogoutEndpoint logout)
{
    private const string WellKnown = "/.well-known/";

    /// <summary>Whether the path is one of ours.</summary>
    public bool Owns(PathString path) => PoolOf(path) is not null || IsPage(path)
        || path.Value is "/oauth2/token" or "/oauth2/userInfo" or "/oauth2/revoke";

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var page = IsPage(path);
        if (!page && BrowserCors.Answered(context))
        {
            return;
        }

        try
        {
            await (page ? PageAsync(context) : JsonAsync(context));
        }
        catch (OAuthException error) when (page)
        {
            context.Response.StatusCode = error.Status;
            await Page.WriteAsync(context, "Error", null, Page.Problem(error));
        }
        catch (CognitoException error) when (page)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await Page.WriteAsync(context, "Error", null, Page.Problem(new OAuthException("temporarily_unavailable", error.Message)));
        }
        catch (OAuthException error)
        {
            await WriteAsync(context, error.Status, new JsonObject
            {
                ["error"] = error.Error,
                ["error_description"] = error.Message,
            });
        }
        catch (CognitoException error)
        {
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, new JsonObject
            {
                ["error"] = "temporarily_unavailable",
                ["error_description"] = error.Message,
            });
        }
    }

    // https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html.
    private static bool IsPage(PathString path) => path.Value is "/oauth2/authorize" or "/login" or "/signup" or "/logout"
        or ForgotPasswordEndpoint.Path or ForgotPasswordEndpoint.ConfirmPath;

    private static void Require(HttpContext context, params ReadOnlySpan<string> methods)
    {
        if (!methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = string.Join(", ", methods);
            throw new OAuthException("invalid_request", $"The method must be {string.Join(" or ", methods)}.", 405);
        }
    }

    private static Task WriteAsync(HttpContext context, int status, JsonObject body, string cacheControl = "no-store")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=UTF-8";
        context.Response.Headers.CacheControl = cacheControl;
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private async Task PageAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/oauth2/authorize":
                Require(context, "GET");
                await authorize.HandleAsync(context);
                return;
            case "/login":
                Require(context, "GET", "POST");
                await login.HandleAsync(context);
                return;
            case "/signup":
                Require(context, "GET", "POST");
                await signUp.HandleAsync(context);
                return;
            case ForgotPasswordEndpoint.Path or ForgotPasswordEndpoint.ConfirmPath:
                Require(context, "GET", "POST");
                await forgotPassword.HandleAsync(context);
                return;
            default:
                Require(context, "GET");
                logout.Handle(context);
                return;
        }
    }

    private async Task JsonAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/oauth2/token":
                Require(context, "POST");
                await WriteAsync(context, StatusCodes.Status200OK, await token.HandleAsync(context));
                return;
            case "/oauth2/userInfo":
                Require(context, "GET", "POST");
                await WriteAsync(context, StatusCodes.Status200OK, await userInfo.HandleAsync(context));
                return;
            case "/oauth2/revoke":
                Require(context, "POST");
                await revoke.HandleAsync(context);
                return;
            default:
                Require(context, "GET", "HEAD");
                await DocumentAsync(context);
                return;
        }
    }

    private Task DocumentAsync(HttpContext context)
    {
        var pool = PoolOf(context.Request.Path)!;
        var body = context.Request.Path.Value!.EndsWith("jwks.json", StringComparison.Ordinal)
            ? JsonNode.Parse(key.Value.KeySet)!.AsObject()
            : OpenIdConfiguration.Create(pool, pools);

        // The port may be another one at the next start, so nobody may keep these.
        return WriteAsync(context, StatusCodes.Status200OK, body, "no-cache");
    }

    private PoolDefinition? PoolOf(PathString path) =>
        path.Value is { } text
        && text.IndexOf(WellKnown, StringComparison.Ordinal) is > 1 and var at
        && text[(at + WellKnown.Length)..] is "openid-configuration" or "jwks.json"
            ? pools.Pool(path.Value![1..path.Value!.IndexOf(WellKnown, StringComparison.Ordinal)])
            : null;
}
