using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway;

/// <summary>The provisioned REST APIs, by id.</summary>
internal sealed class RestApis
{
    private readonly Dictionary<string, RestApi> _apis = [];

    /// <summary>All of them, in the order in which they were provisioned.</summary>
    public IReadOnlyCollection<RestApi> All => _apis.Values;

    /// <summary>Adds an API.</summary>
    public void Add(RestApi api) => _apis.Add(api.Id, api);

    /// <summary>The API with this id, or null.</summary>
    public RestApi? Find(string id) => _apis.GetValueOrDefault(id);

    /// <summary>The API that a resource belongs to.</summary>
    /// <exception cref="StartupException">There is no REST API with that id.</exception>
    public RestApi Require(TemplateResource resource, string restApiId) =>
        Find(restApiId) ?? throw resource.NotFound("RestApiId", $"the REST API '{restApiId}'");
}
