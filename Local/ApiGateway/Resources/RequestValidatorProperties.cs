using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::RequestValidator</c>.</summary>
internal sealed record RequestValidatorProperties
{
    public required string RestApiId { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Name { get; init; }

    public bool ValidateRequestBody { get; init; }

    public bool ValidateRequestParameters { get; init; }
}
