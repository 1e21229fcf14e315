using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Deployment</c>.</summary>
internal sealed record DeploymentProperties
{
    public required string ApiId { get; init; }

    public string? StageName { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }
}
