using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>Whether people may sign up by themselves.</summary>
internal sealed record AdminCreateUserConfigProperties
{
    public bool AllowAdminCreateUserOnly { get; init; }

    [Ignored("no messages are sent")]
    public JsonNode? InviteMessageTemplate { get; init; }

    [Ignored("temporary passwords do not expire locally")]
    public int? UnusedAccountValidityDays { get; init; }
}
