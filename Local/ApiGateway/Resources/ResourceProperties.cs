namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Resource</c>.</summary>
internal sealed record ResourceProperties
{
    public required string RestApiId { get; init; }

    public required string ParentId { get; init; }

    public required string PathPart { get; init; }
}
