using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Deployment</c>.</summary>
internal sealed record DeploymentProperties
{
    public required string RestApiId { get; init; }

    public string? StageName { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }
}
