using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The property <c>Integration</c> of a method.</summary>
internal sealed record MethodIntegration
{
    public required string Type { get; init; }

    public string? IntegrationHttpMethod { get; init; }

    public string? Uri { get; init; }

    public string? Credentials { get; init; }

    public string? ContentHandling { get; init; }

    public int TimeoutInMillis { get; init; } = 29_000;

    public string? PassthroughBehavior { get; init; }

    public IReadOnlyDictionary<string, string> RequestTemplates { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MethodIntegrationResponse> IntegrationResponses { get; init; } = [];

    [Ignored("the stage has no cache locally")]
    public string? CacheNamespace { get; init; }

    [Ignored("the stage has no cache locally")]
    public IReadOnlyList<string>? CacheKeyParameters { get; init; }
}
