namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::UsagePlanKey</c>.</summary>
internal sealed record UsagePlanKeyProperties
{
    public required string KeyId { get; init; }

    public required string KeyType { get; init; }

    public required string UsagePlanId { get; init; }
}
