using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// A schema that was read: its rules, and where a value's parts are held against others. What is wrong with an object or
/// array itself comes before, and instead of, what is wrong inside it, as with the Java library json-schema-validator.
/// </summary>
internal sealed class Schema
{
    /// <summary>The rules by keyword.</summary>
    public SortedList<string, Rule> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts of a value with the schemas that they must follow.</summary>
    public List<Func<JsonElement, IEnumerable<(Schema Schema, JsonElement Part)>>> Parts { get; } = [];

    /// <summary>Where this schema is but a reference: the schema that is meant.</summary>
    public Schema? Target { get; set; }

    /// <summary>Every schema that the same value is held against on the way.</summary>
    public List<Schema> InPlace { get; } = [];

    /// <summary>What is wrong with a value; none: it is valid.</summary>
    public IEnumerable<string> Validate(JsonElement value)
    {
        if (Target is not null)
        {
            return Target.Validate(value);
        }

        List<string> own = [.. Rules.Values.SelectMany(rule => rule(value))];
        return own.Count > 0
            ? own
            : Parts.SelectMany(parts => parts(value)).SelectMany(pair => pair.Schema.Validate(pair.Part));
    }

    /// <summary>Whether a value is valid.</summary>
    public bool Accepts(JsonElement value) => !Validate(value).Any();
}
