using System.Text.Json.Nodes;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>What a client might send, by the name of the member: no request has a text without an example.</summary>
internal static class Examples
{
    private static readonly string[] Asked = ["Request", "Body", "LiveMessage"];

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["title"] = "Serverless words",
        ["description"] = "Words that somebody meets who builds without servers.",
        ["term"] = "Cold start",
        ["definition"] = "The time that a function takes to begin, when no environment of it waits.",
        ["pronunciation"] = "/k\u0259\u028Ald st\u0251\u02D0t/",
        ["url"] = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html",
        ["glossaryId"] = "01JDZ5V9X0Q8R3M7K2T4W6Y8A1",
        ["termId"] = "01JDZ5V9X0Q8R3M7K2T4W6Y8A2",
        ["tags"] = "latency",
        ["remark"] = "Its reference leads nowhere.",
        ["reason"] = "The definition is copied from a book.",
    };

    /// <summary>An example; null: the schema says it all, or it is part of an answer, which shows itself.</summary>
    public static JsonNode? Of(Type type, string name, JsonObject schema)
    {
        var text = schema["type"] is JsonValue kind ? (string?)kind : null;
        var isAsked = Asked.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal));
        return (text, isAsked) switch
        {
            (_, false) => null,
            ("string", _) when schema["enum"] is null => TextOf(type, name),
            ("array", _) when (string?)schema["items"]!["type"] is "string" => new JsonArray(TextOf(type, name)),
            _ => null,
        };
    }

    private static string TextOf(Type type, string name) =>
        Texts.GetValueOrDefault(name) ?? throw new NotSupportedException($"There is no example for {name} of {type.Name}: add one here.");
}
