using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// The models of an API (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html): JSON
/// Schema draft 4, with references to one another. <c>Empty</c> and <c>Error</c> are there without being declared.
/// </summary>
internal sealed class ModelSet
{
    private readonly Dictionary<string, JsonObject> schemas = new()
    {
        ["Empty"] = new() { ["type"] = "object" },
        ["Error"] = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["message"] = new JsonObject { ["type"] = "string" } },
        },
    };

    private readonly ConcurrentDictionary<string, Task<Model>> models = [];

    /// <summary>Adds a model.</summary>
    public void Add(string name, JsonObject schema) => schemas[name] = schema;

    /// <summary>The model with this name, its references resolved; null where there is none.</summary>
    public Task<Model>? Find(string name)
        => schemas.ContainsKey(name)
            ? models.GetOrAdd(name, name => Model.ReadAsync(ModelReferences.Resolve(name, schemas)))
            : null;
}
