using System.Text.Json;
using Lexicon.Local.Aws.Patterns.Matchers;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>Reads a pattern: objects as the event has them, and in place of each value a list of what it may be.</summary>
internal sealed class PatternReader(PatternTokens tokens, PatternDialect dialect)
{
    private const string Or = "$or";

    private static readonly HashSet<string> Reserved =
    [
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "=", "<", "<=", ">",
        ">=", "regex", "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before",
        "in-date-range", "ip-address-in-range", "ip-address-not-in-range",
    ];

    private readonly MatcherReader _matchers = new(tokens, dialect);

    /// <summary>Reads all of it.</summary>
    /// <exception cref="PatternException">It is not a pattern.</exception>
    public FieldsPattern ReadPattern()
    {
        tokens.Expect(JsonTokenType.StartObject, "Filter is not an object");
        return ReadFields(inOr: false);
    }

    private FieldsPattern ReadFields(bool inOr)
    {
        var fields = new Dictionary<string, IPattern>();
        var alternatives = new List<IReadOnlyList<FieldsPattern>>();
        while (tokens.Next().Type != JsonTokenType.EndObject)
        {
            var name = tokens.Current.Text;
            if (name == Or)
            {
                alternatives.Add(ReadAlternatives());
                continue;
            }

            fields[name] = inOr && Reserved.Contains(name)
                ? throw tokens.Fail($"{name} is Ruler reserved fieldName which cannot be used inside {Or}.")
                : ReadField(name, inOr);
        }

        return fields.Count + alternatives.Count > 0
            ? new FieldsPattern(fields, alternatives)
            : throw tokens.Fail("Empty objects are not allowed");
    }

    private IPattern ReadField(string name, bool inOr) => tokens.Next().Type switch
    {
        JsonTokenType.StartObject => ReadFields(inOr),
        JsonTokenType.StartArray => ReadValues(),
        _ => throw tokens.Fail($"\"{name}\" must be an object or an array"),
    };

    private List<FieldsPattern> ReadAlternatives()
    {
        tokens.Expect(JsonTokenType.StartArray, $"It must be an Array followed with {Or}.");
        var alternatives = new List<FieldsPattern>();
        while (tokens.Next().Type != JsonTokenType.EndArray)
        {
            alternatives.Add(tokens.Current.Type == JsonTokenType.StartObject
                ? ReadFields(inOr: true)
                : throw tokens.Fail($"Only JSON object is allowed in array of {Or} relationship."));
        }

        return alternatives.Count >= 2
            ? alternatives
            : throw tokens.Fail($"There must have at least 2 Objects in {Or} relationship.");
    }

    private ValuesPattern ReadValues()
    {
        var matchers = new List<ValueMatcher>();
        while (tokens.Next().Type != JsonTokenType.EndArray)
        {
            matchers.Add(_matchers.Read());
        }

        return matchers.Count > 0 ? new ValuesPattern(matchers) : throw tokens.Fail("Empty arrays are not allowed");
    }
}
