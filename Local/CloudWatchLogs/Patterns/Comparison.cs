using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>A comparison of a value with what stands in a pattern: a number, or a text in which <c>*</c> is any text.</summary>
internal sealed class Comparison
{
    private readonly string _operation;
    private readonly double? _number;
    private readonly Regex _text;

    /// <param name="operation">One of <c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
    /// <param name="value">What stands behind it, with its quotation marks.</param>
    /// <exception cref="LogsException">It has an order, and what is compared with is not a number.</exception>
    public Comparison(string operation, string value)
    {
        _operation = operation;
        var isQuoted = value.StartsWith('"');
        _number = !isQuoted && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (operation is not ("=" or "!=") && _number is null)
        {
            throw LogsException.Invalid($"Invalid filter pattern: {operation} compares with a number, not with {value}.");
        }

        var plain = isQuoted ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : value;
        var pieces = plain.Split('*').Select(Regex.Escape);
        _text = new Regex(
            $@"\A{string.Join(".*", pieces)}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Whether a value is so. Objects and arrays are not compared.</summary>
    public bool Holds(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when _number is { } other => Compare(value.GetDouble(), other),
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False =>
            _operation switch
            {
                "=" => _text.IsMatch(value.ToString()),
                "!=" => !_text.IsMatch(value.ToString()),
                _ => false,
            },
        _ => false,
    };

    private bool Compare(double value, double other) => _operation switch
    {
        "=" => value.Equals(other),
        "!=" => !value.Equals(other),
        "<" => value < other,
        "<=" => value <= other,
        ">" => value > other,
        _ => value >= other,
    };
}
