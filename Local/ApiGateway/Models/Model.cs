using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// A JSON Schema of draft 4 that bodies are held against. Its keywords are read here and not by a library: those that
/// there are for .NET begin with a later draft or read draft 4 only in part, and none speaks in the words of
/// <c>$context.error.validationErrorString</c>, those of the Java library json-schema-validator.
/// </summary>
internal sealed class Model
{
    private readonly Schema _schema;

    private Model(Schema schema) => _schema = schema;

    /// <summary>The model with this name among all those of an API.</summary>
    /// <exception cref="ModelException">Something in it, or in what it refers to, cannot be read.</exception>
    public static Model Read(string name, IReadOnlyDictionary<string, JsonObject> models)
    {
        var reader = new SchemaReader(new SchemaAddresses(models));
        var model = new Model(reader.Read(models[name]));
        reader.CheckForCycles();
        return model;
    }

    /// <summary>What is wrong with a body, in the words of the validator that API Gateway uses; none: it is valid.</summary>
    public IReadOnlyList<string> Validate(string body) => [.. Find(body).Select(mistake => mistake.Text).Distinct()];

    /// <summary>The same with the places in the body, which API Gateway does not say.</summary>
    public IReadOnlyList<Mistake> Find(string body)
    {
        try
        {
            using var instance = SentJson.Parse(body);
            return [.. _schema.Find(instance.RootElement).Distinct()];
        }
        catch (JsonException mistake)
        {
            return [new("", mistake.Message)];
        }
        catch (RegexMatchTimeoutException)
        {
            return [new("", "a pattern took too long")];
        }
    }
}
