using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>Resource properties as the CDK writes them, and settings of the runner.</summary>
internal static class Properties
{
    public static Settings Settings(string data, string nodeModules) => TestSettings.In(data) with { NodeModules = nodeModules };

    public static JsonObject Pool() => JsonNode.Parse("""
        {
          "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
          "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false},
          "AutoVerifiedAttributes": ["email"],
          "Policies": {"PasswordPolicy": {"MinimumLength": 10, "RequireSymbols": true}},
          "Schema": [{"Mutable": true, "Name": "email", "Required": true}],
          "UsernameAttributes": ["email"],
          "UsernameConfiguration": {"CaseSensitive": false}
        }
        """)!.AsObject();

    public static JsonObject Client(string poolId, Uri site) => new()
    {
        ["UserPoolId"] = poolId,
        ["AllowedOAuthFlowsUserPoolClient"] = true,
        ["AllowedOAuthFlows"] = new JsonArray("code"),
        ["AllowedOAuthScopes"] = new JsonArray("openid", "email"),
        ["CallbackURLs"] = new JsonArray($"https://{site.Authority}/signed-in.html"),
        ["LogoutURLs"] = new JsonArray($"https://{site.Authority}/"),
        ["ExplicitAuthFlows"] = new JsonArray("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
        ["PreventUserExistenceErrors"] = "ENABLED",
        ["IdTokenValidity"] = 30,
        ["TokenValidityUnits"] = new JsonObject { ["IdToken"] = "minutes" },
    };
}
