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

    /// <summary>The parts of a value with their names and the schemas that they must follow.</summary>
    public List<Func<JsonElement, IEnumerable<(Schema Schema, string Name, JsonElement Part)>>> Parts { get; } = [];

    /// <summary>Where this schema is but a reference: the schema that is meant.</summary>
    public Schema? Target { get; set; }

    /// <summary>Every schema that the same value is held against on the way.</summary>
    public List<Schema> InPlace { get; } = [];

    /// <summary>What is wrong with a value; none: it is valid.</summary>
    public IEnumerable<string> Validate(JsonElement value) => Find(value).Select(mistake => mistake.Text);

    /// <summary>What is wrong with a value, and where in it.</summary>
    public IEnumerable<Mistake> Find(JsonElement value)
    {
        if (Target is not null)
        {
            return Target.Find(value);
        }

        List<Mistake> own = [.. Rules.Values.SelectMany(rule => rule(value)).Select(text => new Mistake("", text))];
        return own.Count > 0
            ? own
            : from parts in Parts
              from one in parts(value)
              from mistake in one.Schema.Find(one.Part)
              select mistake.Inside(one.Name);
    }

    /// <summary>Whether a value is valid.</summary>
    public bool Accepts(JsonElement value) => !Validate(value).Any();
}
