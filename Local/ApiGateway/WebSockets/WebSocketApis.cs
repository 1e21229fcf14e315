using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>The provisioned WebSocket APIs, by id.</summary>
internal sealed class WebSocketApis
{
    private readonly Dictionary<string, WebSocketApi> _apis = [];

    /// <summary>All of them, in the order in which they were provisioned.</summary>
    public IReadOnlyCollection<WebSocketApi> All => _apis.Values;

    /// <summary>Adds an API.</summary>
    public void Add(WebSocketApi api) => _apis.Add(api.Id, api);

    /// <summary>The API with this id, or null.</summary>
    public WebSocketApi? Find(string id) => _apis.GetValueOrDefault(id);

    /// <summary>
    /// The API and the stage that a request means: by the host name <c>{apiId}.execute-api...</c>, or by the stage alone where one API
    /// has it.
    /// </summary>
    public (WebSocketApi Api, WebSocketStage Stage)? Find(string host, string stageName)
    {
        var labels = host.Split('.');
        var named = labels.Length > 1 && labels[1].Equals("execute-api", StringComparison.OrdinalIgnoreCase);
        var candidates = named ? (Find(labels[0]) is { } one ? [one] : []) : All;
        var found = candidates
            .Where(api => !api.EndpointDisabled && api.Stages.ContainsKey(stageName))
            .Select(api => (api, api.Stages[stageName]))
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The API that a resource belongs to.</summary>
    /// <exception cref="StartupException">There is no WebSocket API with that id.</exception>
    public WebSocketApi Require(TemplateResource resource, string apiId) =>
        Find(apiId) ?? throw resource.NotFound("ApiId", $"the WebSocket API '{apiId}'");
}
