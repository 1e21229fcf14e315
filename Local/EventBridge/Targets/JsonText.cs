using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.EventBridge.Targets;

/// <summary>JSON as targets get it.</summary>
internal static class JsonText
{
    /// <summary>A value without white space.</summary>
    public static string Of(JsonElement value) => JsonSerializer.Serialize(value, AwsJson.Options);
}
