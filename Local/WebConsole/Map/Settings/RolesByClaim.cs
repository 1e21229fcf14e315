using Lexicon.Local.CloudFormation;
using Lexicon.Local.CognitoIdentity.Resources;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>
/// Which role an identity pool gives whom: by a claim of the token that the user pool issued
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html).
/// </summary>
internal sealed class RolesByClaim(IReadOnlyList<ResourceNode> nodes)
{
    private readonly List<IdentityPoolRoleAttachmentProperties> _attachments =
        [.. nodes.Of<IdentityPoolRoleAttachmentProperties>("AWS::Cognito::IdentityPoolRoleAttachment").Select(one => one.Properties)];

    /// <summary>Who gets a role, in words; empty where no identity pool gives it.</summary>
    public IEnumerable<string> WhoGets(string roleArn) => _attachments.SelectMany(attachment => Rows(attachment))
        .Where(row => row.Role == roleArn).Select(row => row.Who);

    /// <summary>The rules of a pool.</summary>
    public IEnumerable<SettingsTable> TablesOf(Place pool) => _attachments
        .Where(attachment => attachment.IdentityPoolId == pool.Node.Provisioned!.Ref)
        .Select(attachment => new SettingsTable(
            "Who gets which role",
            ["Who", "Role"],
            [
                .. Rows(attachment).Select(IReadOnlyList<string> (row) =>
                    [row.Who, row.Role is { } arn ? Names.OfRole(arn, nodes) : "none"]),
            ]));

    private static IEnumerable<(string Who, string? Role)> Rows(IdentityPoolRoleAttachmentProperties attachment)
    {
        foreach (var mapping in attachment.RoleMappings.Values)
        {
            foreach (var rule in mapping.RulesConfiguration.Rules)
            {
                yield return ($"whose claim {rule.Claim} {Words(rule.MatchType)} {rule.Value}", rule.RoleARN);
            }

            if (mapping.Type == "Token")
            {
                yield return ("whose claim cognito:preferred_role names a role", null);
            }

            if (mapping.AmbiguousRoleResolution == "Deny")
            {
                yield return ("who is signed in, and none of that", null);
            }
        }

        var isDenied = attachment.RoleMappings.Values.Any(static mapping => mapping.AmbiguousRoleResolution == "Deny");
        foreach (var (kind, role) in attachment.Roles.Where(one => !isDenied || one.Key != "authenticated"))
        {
            yield return (kind == "authenticated" ? "any other who is signed in" : "who is not signed in", role);
        }
    }

    private static string Words(string matchType) => matchType switch
    {
        "Equals" => "is",
        "StartsWith" => "begins with",
        "NotEqual" => "is not",
        _ => "contains",
    };
}
