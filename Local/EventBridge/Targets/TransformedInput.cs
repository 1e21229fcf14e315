using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;
using Lexicon.Local.EventBridge.Rules;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>
/// The target gets a template, filled from the event
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html): in place of a value of JSON a variable
/// keeps its type, within a text it is inserted without quotation marks.
/// </summary>
/// <param name="paths">The variables, by name.</param>
/// <param name="template">The template.</param>
internal sealed partial class TransformedInput(IReadOnlyDictionary<string, EventPath> paths, string template) : ITargetInput
{
    private const string WithoutDetail = "aws.events.event";
    private const string Whole = "aws.events.event.json";

    private static readonly HashSet<string> Reserved =
        ["aws.events.rule-arn", "aws.events.rule-name", "aws.events.event.ingestion-time", WithoutDetail, Whole];

    private readonly bool _isJson = template.TrimStart() is ['{' or '[', ..];

    /// <summary>Whether a name can be that of a variable: those that begin with AWS are AWS's.</summary>
    public static bool IsVariable(string name) =>
        name.Length > 0
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        && !name.StartsWith("AWS", StringComparison.Ordinal);

    public string Of(BusEvent taken, Rule rule)
    {
        var filled = new StringBuilder();
        var (at, inText) = (0, false);
        foreach (Match placeholder in Placeholder().Matches(template))
        {
            var name = placeholder.Groups["name"].Value;
            if (!Reserved.Contains(name) && !paths.ContainsKey(name))
            {
                continue;
            }

            var before = template[at..placeholder.Index];
            inText ^= Quotes(before) % 2 == 1;
            filled.Append(before).Append(Fill(Find(name, taken, rule), inText));
            at = placeholder.Index + placeholder.Length;
        }

        return filled.Append(template[at..]).ToString();
    }

    public void Describe(JsonObject target) => target["InputTransformer"] = new JsonObject
    {
        ["InputPathsMap"] = new JsonObject(paths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)path.Value.Text))),
        ["InputTemplate"] = template,
    };

    private string Fill(JsonElement? value, bool inText) => (value, _isJson && !inText) switch
    {
        (null, true) => "\"\"",
        (null, false) => "",
        ({ } present, true) => JsonText.Of(present),
        ({ ValueKind: JsonValueKind.String } text, false) => inText ? JsonText.Of(text)[1..^1] : text.GetString()!,

        // As all of a template the event stays JSON; within a text its quotation marks go, as those of every object.
        ({ } present, false) when template.Trim() is $"<{WithoutDetail}>" or $"<{Whole}>" => JsonText.Of(present),
        ({ } present, false) => JsonText.Of(present).Replace("\"", "", StringComparison.Ordinal),
    };

    private JsonElement? Find(string name, BusEvent taken, Rule rule) => name switch
    {
        "aws.events.rule-arn" => Text(rule.Arn),
        "aws.events.rule-name" => Text(rule.Name),
        "aws.events.event.ingestion-time" => Text(BusEvent.TimeOf(taken.Ingested)),
        Whole => taken.Root,
        WithoutDetail => JsonSerializer.SerializeToElement(
            new JsonObject(taken.Root.EnumerateObject()
                .Where(member => member.Name != "detail")
                .Select(member => KeyValuePair.Create(member.Name, NodeOf(member.Value)))),
            AwsJson.Options),
        _ => paths[name].Find(taken.Root),
    };

    private static JsonNode? NodeOf(JsonElement value) => JsonNode.Parse(value.GetRawText(), documentOptions: AwsJson.ReaderOptions);

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text);

    // Quotation marks that begin or end a text of JSON.
    private static int Quotes(string part)
    {
        var (count, isEscaped) = (0, false);
        foreach (var character in part)
        {
            count += character == '"' && !isEscaped ? 1 : 0;
            isEscaped = character == '\\' && !isEscaped;
        }

        return count;
    }

    [GeneratedRegex("<(?<name>[A-Za-z0-9_.-]+)>")]
    private static partial Regex Placeholder();
}
