using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Models;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>
/// A REST API as the templates declare it. It is filled while the resources are provisioned and only read afterwards.
/// </summary>
internal sealed record RestApi(string Id, string Name, string RootResourceId)
{
    /// <summary>Media types whose bodies travel as base64; <c>*/*</c> is all of them.</summary>
    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = [];

    /// <summary>Bodies of at least this many bytes are compressed for a client that accepts it; null: never.</summary>
    public int? MinimumCompressionSize { get; init; }

    /// <summary>Whether the default endpoint, the only one locally, returns 403.</summary>
    public bool EndpointDisabled { get; init; }

    /// <summary>The resource policy; null: there is none.</summary>
    public JsonNode? Policy { get; init; }

    /// <summary>The resources by id, the root among them.</summary>
    public Dictionary<string, ApiResource> Resources { get; } = new() { [RootResourceId] = new(RootResourceId, "/") };

    /// <summary>The authorizers by id.</summary>
    public Dictionary<string, IAuthorizer> Authorizers { get; } = [];

    /// <summary>The request validators by id.</summary>
    public Dictionary<string, RequestValidator> Validators { get; } = [];

    /// <summary>The models by name.</summary>
    public ModelSet Models { get; } = new();

    /// <summary>The stages by name.</summary>
    public Dictionary<string, Stage> Stages { get; } = [];

    /// <summary>The gateway responses that the template declares, by type.</summary>
    public Dictionary<ResponseType, GatewayResponse> GatewayResponses { get; } = [];
}
