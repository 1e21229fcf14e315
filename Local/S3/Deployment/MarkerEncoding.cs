using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;
using Lexicon.Local.S3.Resources;

namespace Lexicon.Local.S3.Deployment;

/// <summary>
/// Writes the value of a marker for the place where it stands, as the provider function does, which writes JSON as Python does: see
/// <c>bucket-deployment-handler</c> in https://github.com/aws/aws-cdk/tree/main/packages/%40aws-cdk/custom-resource-handlers/lib.
/// </summary>
internal static partial class MarkerEncoding
{
    /// <summary>The values as they are to stand in the source's files.</summary>
    /// <exception cref="FormatException">An encoding is not known, or is of text and the value is not.</exception>
    public static IReadOnlyDictionary<string, string> Encode(
        IReadOnlyDictionary<string, JsonNode> markers, BucketDeploymentProperties.MarkerSettings config)
    {
        var usual = config.JsonEscape ? "UNQUOTED_JSON_VALUE" : "LITERAL";
        return markers.ToDictionary(
            marker => marker.Key,
            marker => Encode(marker.Key, marker.Value, config.MarkerEncodings.GetValueOrDefault(marker.Key, usual)));
    }

    private static string Encode(string marker, JsonNode value, string encoding) => encoding switch
    {
        "LITERAL" => Text(marker, value, encoding),
        "UNQUOTED_JSON_VALUE" => Unquoted(Json(value)),
        "JSON_VALUE" => Json(value),
        "YAML_STRING" => Text(marker, value, encoding) is var text && IsPlain(text) ? text : Json(value),
        _ => throw new FormatException($"there is no encoding '{encoding}'"),
    };

    // CloudFormation hands numbers and booleans over as text.
    private static string Text(string marker, JsonNode value, string encoding) => value is JsonValue scalar
        ? scalar.ToString()
        : throw new FormatException($"the encoding {encoding} is for text, and the value of {marker} is not text");

    private static string Json(JsonNode value) => value is JsonArray items
        ? $"[{string.Join(", ", items.Select(item => Json(item!)))}]"
        : string.Concat(JsonSerializer.Serialize(value.ToString(), AwsJson.Options).Select(Ascii));

    private static string Ascii(char letter) => letter is >= ' ' and <= '~' ? $"{letter}" : $"\\u{(int)letter:x4}";

    private static string Unquoted(string json) => json.StartsWith('"') ? json[1..^1] : json;

    private static bool IsPlain(string text) =>
        PlainYaml().IsMatch(text)
        && text.ToLowerInvariant() is not ("y" or "n" or "yes" or "no" or "true" or "false" or "on" or "off" or "null");

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainYaml();
}
