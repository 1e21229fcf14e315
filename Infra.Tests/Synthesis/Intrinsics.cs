namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>Writes a value of a template as text: <c>${Table}</c>, <c>${Table.Arn}</c>, <c>${import Name}</c>.</summary>
internal static class Intrinsics
{
    public static string Render(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => value.ToString(),
        JsonArray array => string.Join(", ", array.Select(Render)),
        JsonObject { Count: 1 } call => Render(call.Single().Key, call.Single().Value!),
        JsonObject value => value.ToJsonString(),
        _ => throw new ArgumentException(node.ToJsonString()),
    };

    /// <summary>The values of a list, or the one value that stands for a list of one.</summary>
    public static IReadOnlyList<string> RenderAll(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => [.. array.Select(Render)],
        _ => [Render(node)],
    };

    /// <summary>Whether an object is a call of an intrinsic function, and not a value with properties of its own.</summary>
    public static bool IsOne(JsonObject value) =>
        value.Count == 1 && (value.ContainsKey("Ref") || value.Single().Key.StartsWith("Fn::", StringComparison.Ordinal));

    private static string Render(string function, JsonNode argument) => function switch
    {
        "Ref" => $"${{{argument}}}",
        "Fn::GetAtt" => $"${{{argument[0]}.{argument[1]}}}",
        "Fn::ImportValue" => $"${{import {argument}}}",
        "Fn::Join" => string.Join((string)argument[0]!, argument[1]!.AsArray().Select(Render)),
        "Fn::Sub" => (string)argument!,
        "Fn::Select" => $"{Render(argument[1])}[{argument[0]}]",
        "Fn::Split" => $"{Render(argument[1])}.split('{argument[0]}')",
        _ => $"{{{function}: {Render(argument)}}}",
    };
}
