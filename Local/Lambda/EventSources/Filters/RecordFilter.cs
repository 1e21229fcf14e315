using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Patterns;

namespace Lexicon.Local.Lambda.EventSources.Filters;

/// <summary>
/// One filter, and how the formats of a queue's message and of the pattern for it go together
/// (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html): a pattern for JSON wants JSON, one for a text wants a text,
/// everything else is dropped.
/// </summary>
internal sealed class RecordFilter
{
    private const string Body = "body";
    private readonly EventPattern _pattern;
    private readonly JsonValueKind _bodyKind;

    private RecordFilter(EventPattern pattern, JsonValueKind bodyKind)
    {
        _pattern = pattern;
        _bodyKind = bodyKind;
    }

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">JSON.</param>
    /// <param name="dataKey">The member of a record that has its data.</param>
    /// <exception cref="LambdaServiceException">It is not valid.</exception>
    public static RecordFilter Read(string pattern, string dataKey)
    {
        try
        {
            var read = EventPattern.Parse(pattern, PatternDialect.Lambda);
            using var document = SentJson.Parse(pattern);
            var data = document.RootElement.TryGetProperty(dataKey, out var member) ? member.ValueKind : JsonValueKind.Undefined;

            // The data of a stream's record is JSON always, and so is the pattern for it.
            return dataKey == Body ? new(read, data)
                : data == JsonValueKind.Array ? throw Invalid()
                : new(read, JsonValueKind.Undefined);
        }
        catch (Exception flaw) when (flaw is PatternException or JsonException)
        {
            throw Invalid();
        }
    }

    /// <summary>Whether a record satisfies it.</summary>
    public bool Accepts(JsonElement record)
    {
        if (_bodyKind == JsonValueKind.Undefined)
        {
            return _pattern.Matches(record);
        }

        var body = Parse(record.GetProperty(Body).GetString() ?? "");
        return _bodyKind == JsonValueKind.Object
            ? body is { } json && _pattern.Matches(With(record, json))
            : body is null && _pattern.Matches(record);
    }

    private static LambdaServiceException Invalid() =>
        new("InvalidParameterValueException", 400, "Invalid filter pattern definition.");

    /// <summary>A text that is an object or a list of JSON; null for every other one.</summary>
    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = SentJson.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement With(JsonElement record, JsonElement body)
    {
        var members = record.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        members[Body] = body;
        return JsonSerializer.SerializeToElement(members, AwsJson.Options);
    }
}
