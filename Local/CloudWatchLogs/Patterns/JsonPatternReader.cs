using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>
/// Reads a JSON pattern
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html): conditions, with parentheses,
/// <c>&amp;&amp;</c> and <c>||</c>, which bind in this order.
/// </summary>
internal sealed partial class JsonPatternReader
{
    private string _rest;

    private JsonPatternReader(string pattern) => _rest = pattern;

    /// <summary>Whether the conditions hold for a document.</summary>
    /// <exception cref="LogsException">It is not a pattern, or one that is not supported.</exception>
    public static Func<JsonElement, bool> Read(string pattern)
    {
        var reader = new JsonPatternReader(pattern);
        reader.Expect("{");
        var holds = reader.Or();
        reader.Expect("}");
        return reader._rest.Length == 0 ? holds : throw Wrong($"nothing follows the last }}, not '{reader._rest}'");
    }

    private Func<JsonElement, bool> Or()
    {
        var left = And();
        while (Takes("||"))
        {
            var (one, other) = (left, And());
            left = document => one(document) || other(document);
        }

        return left;
    }

    private Func<JsonElement, bool> And()
    {
        var left = Primary();
        while (Takes("&&"))
        {
            var (one, other) = (left, Primary());
            left = document => one(document) && other(document);
        }

        return left;
    }

    private Func<JsonElement, bool> Primary()
    {
        if (Takes("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        var (selector, length) = PropertySelector.Read(_rest) ?? throw Wrong($"a property, such as $.status, is wanted before '{_rest}'");
        _rest = _rest[length..].TrimStart();
        return Condition(selector);
    }

    private Func<JsonElement, bool> Condition(PropertySelector selector)
    {
        if (Takes("NOT EXISTS"))
        {
            return document => !selector.In(document).Any();
        }

        foreach (var (word, kind) in (ReadOnlySpan<(string, JsonValueKind)>)
            [("IS NULL", JsonValueKind.Null), ("IS TRUE", JsonValueKind.True), ("IS FALSE", JsonValueKind.False)])
        {
            if (Takes(word))
            {
                return document => selector.In(document).Any(value => value.ValueKind == kind);
            }
        }

        foreach (var operation in (ReadOnlySpan<string>)["!=", ">=", "<=", "=", ">", "<"])
        {
            if (Takes(operation))
            {
                var comparison = new Comparison(operation, Value());
                return document => selector.In(document).Any(comparison.Holds);
            }
        }

        throw Wrong($"one of =, !=, <, <=, >, >=, IS and NOT EXISTS is wanted before '{_rest}'");
    }

    private string Value()
    {
        if (_rest.StartsWith('%'))
        {
            throw FilterPattern.NotHonored("a regular expression, %...%");
        }

        var form = ValueForm().Match(_rest);
        _rest = form.Success ? _rest[form.Length..].TrimStart() : throw Wrong($"a value is wanted before '{_rest}'");
        return form.Value;
    }

    private void Expect(string word)
    {
        if (!Takes(word))
        {
            throw Wrong($"{word} is wanted before '{_rest}'");
        }
    }

    private bool Takes(string word)
    {
        var found = _rest.StartsWith(word, StringComparison.Ordinal);
        _rest = found ? _rest[word.Length..].TrimStart() : _rest;
        return found;
    }

    private static LogsException Wrong(string why) => LogsException.Invalid($"Invalid filter pattern: {why}.");

    [GeneratedRegex("""^("(\\.|[^"\\])*"|[^\s"(){}&|%]+)""")]
    private static partial Regex ValueForm();
}
