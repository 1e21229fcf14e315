using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>How a kind of value is stored, and which values there may be. <see cref="Codecs"/> has the common ones.</summary>
/// <param name="Type">
/// DynamoDB's type descriptor (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html).
/// </param>
/// <param name="Rule">What a value must be, in words.</param>
/// <param name="Holds">Whether a value is one that there may be.</param>
/// <param name="Write">Stores a value.</param>
/// <param name="TryRead">Reads a stored one.</param>
internal sealed record Codec<TValue>(
    string Type, string Rule, Predicate<TValue> Holds, Func<TValue, AttributeValue> Write, ReadValue<TValue> TryRead)
{
    /// <summary>The same values under another rule.</summary>
    /// <param name="rule">What they are, in words.</param>
    public Codec<TValue> Called(string rule) => this with { Rule = rule };

    /// <summary>Of these values only some: a rule of one's own, in words and as a function.</summary>
    public Codec<TValue> Where(string rule, Predicate<TValue> holds) =>
        this with { Rule = rule, Holds = value => Holds(value) && holds(value) };

    /// <summary>Values of another type, stored as these.</summary>
    /// <param name="set">What is stored for a value.</param>
    /// <param name="tryGet">The value of what is stored; false where it is none.</param>
    public Codec<TOther> As<TOther>(Func<TOther, TValue> set, Converts<TValue, TOther> tryGet) => new(
        Type,
        Rule,
        value => Holds(set(value)),
        value => Write(set(value)),
        (stored, out value) =>
        {
            value = default!;
            return TryRead(stored, out var read) && Holds(read) && tryGet(read, out value);
        });
}
