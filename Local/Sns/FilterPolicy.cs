using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Patterns;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns;

/// <summary>
/// Which notifications a subscription gets, by their attributes or by their body
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html).
/// </summary>
internal sealed class FilterPolicy
{
    /// <summary>The scope of attributes, the default.</summary>
    public const string Attributes = "MessageAttributes";

    /// <summary>The scope of the body.</summary>
    public const string Body = "MessageBody";

    private const int MostKeys = 5;
    private const int MostCombinations = 150;

    private readonly EventPattern _pattern;

    private FilterPolicy(EventPattern pattern, string document, string scope) => (_pattern, Document, Scope) = (pattern, document, scope);

    /// <summary>The policy as it was written.</summary>
    public string Document { get; }

    /// <summary>What it is held against: <see cref="Attributes"/> or <see cref="Body"/>.</summary>
    public string Scope { get; }

    /// <summary>Reads a policy; none has no key.</summary>
    /// <exception cref="SnsException">It is not valid; the message is AWS's.</exception>
    public static FilterPolicy? Read(JsonNode? document, string scope)
    {
        if (scope is not (Attributes or Body))
        {
            throw SnsException.Invalid(
                $"FilterPolicyScope: Invalid value [{scope}]. Please use either MessageBody or MessageAttributes");
        }

        if (document is null or JsonObject { Count: 0 })
        {
            return null;
        }

        if (scope == Attributes && document is JsonObject fields && fields.Any(field => field.Value is JsonObject))
        {
            throw SnsException.Invalid("Filter policy scope MessageAttributes does not support nested filter policy");
        }

        var text = document.ToJsonString(AwsJson.Options);
        var pattern = Parse(scope == Body && text.Contains('.', StringComparison.Ordinal)
            ? Expanded(text)!.ToJsonString(AwsJson.Options)
            : text);
        return pattern.Keys > MostKeys ? throw SnsException.Invalid("FilterPolicy: Filter policy can not have more than 5 keys")
            : Complexity(document, depth: 1) > MostCombinations ? throw SnsException.Invalid("FilterPolicy: Filter policy is too complex")
            : new FilterPolicy(pattern, text, scope);
    }

    /// <summary>Whether the subscription gets a notification.</summary>
    public bool Matches(Notification notification, string protocol) => Scope == Attributes
        ? Matches(AttributeDocument(notification.Attributes))
        : Expanded(notification.MessageFor(protocol)) is JsonObject body && Matches(body);

    private static EventPattern Parse(string text)
    {
        try
        {
            return EventPattern.Parse(text, PatternDialect.Sns);
        }
        catch (PatternException wrong)
        {
            throw SnsException.Invalid($"FilterPolicy: {wrong.Message}");
        }
    }

    // The values of each key count as often as the key is nested
    // (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html).
    private static long Complexity(JsonNode? policy, int depth) => policy is not JsonObject fields ? 1 : fields.Aggregate(
        1L,
        (product, field) => product * field switch
        {
            { Key: "$or", Value: JsonArray { Count: > 1 } alternatives } => alternatives.Sum(one => Complexity(one, depth)),
            { Value: JsonArray values } => (long)values.Count * depth,
            var (_, nested) => Complexity(nested, depth + 1),
        });

    private static JsonNode? Expanded(string text) =>
        Parsed(text) is { } document ? DottedNames.Expand(document.RootElement) : null;

    private static JsonDocument? Parsed(string text)
    {
        try
        {
            return SentJson.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject AttributeDocument(IReadOnlyDictionary<string, MessageAttribute> attributes) => new(
        from attribute in attributes
        let value = ValueOf(attribute.Value)
        where value is not null
        select KeyValuePair.Create(attribute.Key, (JsonNode?)value));

    // Binary attributes are not compared.
    private static JsonNode? ValueOf(MessageAttribute attribute) => attribute.DataType switch
    {
        "String.Array" => Parsed(attribute.StringValue!) is { RootElement.ValueKind: JsonValueKind.Array } array
            ? JsonArray.Create(array.RootElement)
            : null,
        var type when type.Split('.')[0] == "Number" =>
            decimal.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => attribute.StringValue,
    };

    private bool Matches(JsonObject members)
    {
        using var document = JsonDocument.Parse(members.ToJsonString(AwsJson.Options), AwsJson.ReaderOptions);
        return _pattern.Matches(document.RootElement);
    }
}
