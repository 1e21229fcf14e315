using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The properties of <c>AWS::ApiGateway::Account</c>.</summary>
internal sealed record AccountProperties
{
    [Ignored("logs are written without a role locally")]
    public string? CloudWatchRoleArn { get; init; }
}
