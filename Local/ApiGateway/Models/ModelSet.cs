using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// The models of an API (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html): JSON
/// Schema draft 4, with references to one another. <c>Empty</c> and <c>Error</c> are there without being declared.
/// </summary>
internal sealed class ModelSet
{
    private readonly Dictionary<string, JsonObject> _schemas = new()
    {
        ["Empty"] = new() { ["type"] = "object" },
        ["Error"] = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["message"] = new JsonObject { ["type"] = "string" } },
        },
    };

    private readonly Dictionary<string, string> _places = [];
    private readonly ConcurrentDictionary<string, Model> _models = [];

    /// <summary>Adds a model; the place is how messages name its resource.</summary>
    /// <exception cref="StartupException">It cannot be read, as AWS refuses to make such a model.</exception>
    public void Add(string name, JsonObject schema, string place)
    {
        _schemas[name] = schema;
        _places[name] = place;
        _models.Clear();
        Check(name, mayReferAhead: true);
    }

    /// <summary>The model with this name, its references resolved; null where there is none.</summary>
    public Model? Find(string name) =>
        _schemas.ContainsKey(name) ? _models.GetOrAdd(name, name => Model.Read(name, _schemas)) : null;

    /// <summary>Checks every model once all are there.</summary>
    /// <exception cref="StartupException">One refers to what is not there.</exception>
    public void Check()
    {
        foreach (var name in _places.Keys)
        {
            Check(name, mayReferAhead: false);
        }
    }

    /// <summary>Checks a model once all are there.</summary>
    /// <exception cref="StartupException">It refers to what is not there.</exception>
    public void Check(string name) => Check(name, mayReferAhead: false);

    private void Check(string name, bool mayReferAhead)
    {
        try
        {
            _ = Find(name);
        }
        catch (ModelException mistake) when (!mistake.LeadsNowhere || !mayReferAhead)
        {
            throw new StartupException($"{_places[name]}: property 'Schema' is not valid: {mistake.Message}");
        }
        catch (ModelException)
        {
            // The model that is meant may come later.
        }
    }
}
