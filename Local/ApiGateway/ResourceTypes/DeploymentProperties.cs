using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary>The honoured properties of <c>AWS::ApiGateway::Deployment</c>.</summary>
internal sealed record DeploymentProperties
{
    public required string RestApiId { get; init; }

    public string? StageName { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }
}
