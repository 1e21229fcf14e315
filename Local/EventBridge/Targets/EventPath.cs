using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>
/// A path to a part of an event, such as <c>$.detail.items[0].name</c>
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html): names behind dots, indexes, and <c>[*]</c>
/// for each element of an array.
/// </summary>
internal sealed partial class EventPath
{
    private readonly IReadOnlyList<string> _steps;

    private EventPath(string text, IReadOnlyList<string> steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as it is written.</summary>
    public string Text { get; }

    /// <summary>Reads a path; null: it is not one.</summary>
    public static EventPath? Parse(string text) => Syntax().Match(text) is { Success: true } match
        ? new(text, [.. match.Groups["step"].Captures.Select(step => step.Value)])
        : null;

    /// <summary>The part of an event; null where the event has none.</summary>
    public JsonElement? Find(JsonElement root)
    {
        List<JsonElement> found = [root];
        foreach (var step in _steps)
        {
            found = [.. found.SelectMany(element => Take(element, step))];
        }

        return _steps.Contains("[*]") ? JsonSerializer.SerializeToElement(found, AwsJson.Options)
            : found is [var only] ? only
            : null;
    }

    private static IEnumerable<JsonElement> Take(JsonElement element, string step) => (element.ValueKind, step[0]) switch
    {
        (JsonValueKind.Object, '.') when element.TryGetProperty(step[1..], out var member) => [member],
        (JsonValueKind.Array, '[') when step == "[*]" => element.EnumerateArray(),
        (JsonValueKind.Array, '[') => element.EnumerateArray().Skip(int.Parse(step[1..^1], CultureInfo.InvariantCulture)).Take(1),
        _ => [],
    };

    [GeneratedRegex(@"\A\$(?<step>\.[A-Za-z0-9_/-]+|\[(?:\*|\d{1,9})\])*\z")]
    private static partial Regex Syntax();
}
