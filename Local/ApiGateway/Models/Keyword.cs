using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A keyword where it stands in a schema.</summary>
/// <param name="Name">Such as <c>maxLength</c>.</param>
/// <param name="Value">What the schema gives it.</param>
/// <param name="Owner">The schema's members.</param>
/// <param name="Schema">The schema that is being read.</param>
/// <param name="Reader">Reads the schemas inside.</param>
internal sealed record Keyword(string Name, JsonNode? Value, JsonObject Owner, Schema Schema, SchemaReader Reader)
{
    /// <summary>The value as a number of things, zero or more.</summary>
    public JsonNumber Count => Number is { Digits.Sign: >= 0, Exponent: >= 0 } count
        ? count : throw Error("is not an integer of zero or more");

    /// <summary>The value as a number.</summary>
    public JsonNumber Number => Value is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        ? JsonNumber.Parse(value.ToJsonString()) : throw Error("is not a number");

    /// <summary>The value as text.</summary>
    public string Text => TextOf(Value) ?? throw Error("is not a string");

    /// <summary>The value as true or false.</summary>
    public bool Flag => Value is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : throw Error("is not a boolean");

    /// <summary>The value as a list.</summary>
    public JsonArray List => Value as JsonArray ?? throw Error("is not an array");

    /// <summary>The value as a list of names.</summary>
    public IReadOnlyList<string> Names => [.. List.Select(name => TextOf(name) ?? throw Error("is not an array of strings"))];

    /// <summary>The schemas of the value, an object, by name.</summary>
    public IReadOnlyDictionary<string, Schema> SchemasByName =>
        (Value as JsonObject ?? throw Error("is not an object")).ToDictionary(member => member.Key, member => ReadSchema(member.Value));

    /// <summary>The schemas of the value, an array of at least one, which the same value is held against.</summary>
    public IReadOnlyList<Schema> Alternatives
    {
        get
        {
            Schema[] schemas = [.. List.Select(ReadSchema)];
            Schema.InPlace.AddRange(schemas);
            return schemas.Length > 0 ? schemas : throw Error("is an empty array");
        }
    }

    /// <summary>A schema of the value.</summary>
    public Schema ReadSchema(JsonNode? node) => Reader.Read(node as JsonObject ?? throw Error("holds what is not a schema"));

    /// <summary>Another keyword of the same schema, or null.</summary>
    public Keyword? Sibling(string name) => Owner.ContainsKey(name) ? this with { Name = name, Value = Owner[name] } : null;

    /// <summary>A refusal of the value.</summary>
    public ModelException Error(string problem) => new($"{Owner.GetPath()}: the keyword '{Name}' {problem}");

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
