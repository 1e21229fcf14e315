using Lexicon.Local.Cognito.Resources;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a user pool: its groups.</summary>
internal sealed class UserPoolSettings(Place pool, IReadOnlyList<ResourceNode> nodes)
{
    /// <summary>All of it; none where there is no group.</summary>
    public IEnumerable<SettingsTable> Tables()
    {
        List<IReadOnlyList<string>> groups =
        [
            .. nodes.Of<UserPoolGroupProperties>("AWS::Cognito::UserPoolGroup")
                .Where(group => group.Properties.UserPoolId == pool.Node.Provisioned!.Ref)
                .Select(IReadOnlyList<string> (group) =>
                [
                    group.Node.Provisioned!.Ref,
                    group.Properties.Description ?? "",
                    $"cognito:groups contains {group.Node.Provisioned.Ref}",
                ]),
        ];
        return groups.Count > 0 ? [new("Groups", ["Group", "What it is for", "In the tokens of its members the claim"], groups)] : [];
    }
}
