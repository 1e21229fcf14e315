using System.Text.Json;

namespace Lexicon.Local.Aws.Patterns;

/// <summary>
/// An event pattern (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html), which EventBridge, SNS and Lambda
/// filter events with.
/// </summary>
internal sealed class EventPattern
{
    private readonly FieldsPattern _fields;

    private EventPattern(FieldsPattern fields) => _fields = fields;

    /// <summary>How many fields have a list of values.</summary>
    public int Keys => _fields.Keys;

    /// <summary>How many combinations of values there are: the lengths of the lists, multiplied.</summary>
    public long Combinations => _fields.Combinations;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">JSON.</param>
    /// <param name="dialect">What the service knows.</param>
    /// <exception cref="PatternException">It is not a pattern.</exception>
    public static EventPattern Parse(string pattern, PatternDialect dialect) =>
        new(new PatternReader(PatternTokens.Read(pattern), dialect).ReadPattern());

    /// <summary>Whether an event is one that the pattern is for.</summary>
    public bool Matches(JsonElement document) => _fields.Matches(document);
}
