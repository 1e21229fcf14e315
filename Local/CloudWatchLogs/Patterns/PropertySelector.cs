using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudWatchLogs.Patterns;

/// <summary>
/// Points to values of a document: <c>$.user.emails[0]</c>, <c>$.['cluster.name']</c>, <c>$.users[*].id</c>; <c>*</c> is any member or
/// element.
/// </summary>
internal sealed partial class PropertySelector
{
    private readonly IReadOnlyList<string> _steps;

    private PropertySelector(IReadOnlyList<string> steps) => _steps = steps;

    /// <summary>Reads a selector at the start of a text.</summary>
    /// <returns>The selector and how long it is; null when there is none.</returns>
    public static (PropertySelector Selector, int Length)? Read(string text) => Form().Match(text) is { Success: true } form
        ? (new([.. form.Groups[1].Captures.Select(step => Step(step.Value))]), form.Length)
        : null;

    /// <summary>The values that it points to.</summary>
    public IEnumerable<JsonElement> In(JsonElement document) =>
        _steps.Aggregate((IEnumerable<JsonElement>)[document], (found, step) => found.SelectMany(value => Next(value, step)));

    private static IEnumerable<JsonElement> Next(JsonElement value, string step) => value.ValueKind switch
    {
        JsonValueKind.Object when step == "*" => value.EnumerateObject().Select(member => member.Value),
        JsonValueKind.Object => value.TryGetProperty(step, out var member) ? [member] : [],
        JsonValueKind.Array when step == "*" => value.EnumerateArray(),
        JsonValueKind.Array when int.TryParse(
            step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < value.GetArrayLength() =>
            [value[i]],
        _ => [],
    };

    private static string Step(string step) => step.TrimStart('.').Trim('[', ']').Trim('\'');

    [GeneratedRegex(@"^\$(\.[\w-]+|\.\*|\.?\['[^']*'\]|\[\d+\]|\[\*\])+")]
    private static partial Regex Form();
}
