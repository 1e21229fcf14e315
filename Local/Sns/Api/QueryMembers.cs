using System.Text.Json.Nodes;
using Lexicon.Local.Sqs.Messages;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Sns.Api;

/// <summary>
/// The members of a request: lists are <c>X.member.N</c>, maps are <c>X.entry.N.Name</c> and <c>X.entry.N.Value</c>
/// (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).
/// </summary>
internal static class QueryMembers
{
    /// <summary>The request: its parameters as they are, by name.</summary>
    public static JsonObject Read(HttpRequest request, Dictionary<string, string> parameters) =>
        new(parameters.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));

    /// <summary>A member; null when it is absent.</summary>
    public static string? Text(this JsonObject request, string name) => (string?)request[name];

    /// <summary>The entries of a list of structures, each with its own members, in their order.</summary>
    public static IReadOnlyList<JsonObject> Structures(this JsonObject request, string name)
    {
        var structures = new SortedDictionary<int, JsonObject>();
        var prefix = $"{name}.member.";
        foreach (var (key, value) in request)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal)
                && key[prefix.Length..].Split('.', 2) is [var number, var member]
                && int.TryParse(number, out var place))
            {
                (structures.TryGetValue(place, out var known) ? known : structures[place] = [])[member] = (string?)value;
            }
        }

        return [.. structures.Values];
    }

    /// <summary>The attributes of a message.</summary>
    /// <exception cref="SnsException">One is incomplete.</exception>
    public static IReadOnlyDictionary<string, MessageAttribute> Attributes(this JsonObject request, string path)
    {
        const string Map = "MessageAttributes.entry.";
        const string Name = ".Name";
        var attributes = new Dictionary<string, MessageAttribute>();
        foreach (var (key, value) in request.Where(one => one.Key.StartsWith(Map, StringComparison.Ordinal)
            && one.Key.EndsWith(Name, StringComparison.Ordinal)))
        {
            var prefix = $"{key[..^Name.Length]}.Value.";
            var name = (string)value!;
            attributes[name] = new MessageAttribute(
                request.Text(prefix + "DataType") ?? throw SnsException.Missing($"{path}messageAttributes.{name}.member.dataType"),
                request.Text(prefix + "StringValue"),
                request.Text(prefix + "BinaryValue") is { } binary ? Binary(name, binary) : null);
        }

        return attributes;
    }

    private static byte[] Binary(string name, string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : throw SnsException.InvalidAttribute($"The message attribute '{name}' has a binary value that is not base64.");
    }
}
