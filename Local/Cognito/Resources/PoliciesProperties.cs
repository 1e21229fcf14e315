using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>The policies of a pool: the one for passwords.</summary>
internal sealed record PoliciesProperties
{
    public PasswordPolicyProperties PasswordPolicy { get; init; } = new();

    [Ignored("the local sign-in page asks for a password")]
    public JsonNode? SignInPolicy { get; init; }
}
