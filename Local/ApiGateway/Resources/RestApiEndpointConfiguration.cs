using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The property <c>EndpointConfiguration</c> of a REST API.</summary>
internal sealed record RestApiEndpointConfiguration
{
    public IReadOnlyList<string> Types { get; init; } = [];

    [Ignored("there is one network locally")]
    public string? IpAddressType { get; init; }
}
