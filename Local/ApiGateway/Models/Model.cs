using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A JSON Schema that bodies are held against.</summary>
internal sealed class Model
{
    private readonly JsonSchema schema;

    private Model(JsonSchema schema) => this.schema = schema;

    /// <summary>The model of a schema whose references all point into it.</summary>
    public static async Task<Model> ReadAsync(JsonObject schema) => new(await JsonSchema.FromJsonAsync(schema.ToJsonString()));

    /// <summary>What is wrong with a body, in the words of the validator that API Gateway uses; none: it is valid.</summary>
    public IReadOnlyList<string> Validate(string body)
    {
        JToken instance;
        try
        {
            // Dates stay text.
            using var reader = new JsonTextReader(new StringReader(body)) { DateParseHandling = DateParseHandling.None };
            instance = JToken.ReadFrom(reader);
            if (reader.Read())
            {
                return ["more than one JSON value"];
            }
        }
        catch (JsonException mistake)
        {
            return [mistake.Message];
        }

        return ValidationMessages.Of(schema.Validate(instance), instance);
    }
}
