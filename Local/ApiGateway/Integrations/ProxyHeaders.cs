using System.Collections.Frozen;
using System.Text.Json;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// The headers of a proxy response: <c>headers</c> and <c>multiValueHeaders</c> merged into one list, the latter's values
/// and spelling first; JSON where no type is given; what belongs to the connection under another name
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis).
/// </summary>
internal static class ProxyHeaders
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    private static readonly FrozenSet<string> Remapped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Length", "Content-MD5", "Date", "Expect", "Host", "Max-Forwards",
        "Proxy-Authenticate", "Server", "Trailer", "Upgrade", "User-Agent", "WWW-Authenticate", "x-amzn-RequestId");

    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Transfer-Encoding", "x-amzn-RequestId", "x-amz-apigw-id", "X-Amzn-Trace-Id");

    private static readonly FrozenSet<string> NotPassed =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Transfer-Encoding", "x-amz-apigw-id", "X-Amzn-Trace-Id");

    /// <summary>The merged list, or null when a value is of another kind.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Merge(JsonElement? single, JsonElement? multiple)
    {
        var headers = new Dictionary<string, (string Name, List<string> Values)>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in multiple?.EnumerateObject() ?? default)
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (member.Value.ValueKind != JsonValueKind.Array
                || !member.Value.EnumerateArray().All(value => TryAdd(headers, member.Name, value)))
            {
                return null;
            }
        }

        foreach (var member in single?.EnumerateObject() ?? default)
        {
            // The same name and value in both stand in the list once.
            var repeated = headers.TryGetValue(member.Name, out var header) && header.Values.Contains(Scalar(member.Value) ?? "");
            if (!repeated && !TryAdd(headers, member.Name, member.Value))
            {
                return null;
            }
        }

        headers.TryAdd("Content-Type", ("Content-Type", ["application/json"]));
        return
        [
            .. headers.Values
                .Where(header => !Dropped.Contains(header.Name))
                .SelectMany(header => header.Values.Select(value => KeyValuePair.Create(Rename(header.Name), value))),
        ];
    }

    /// <summary>The headers of an endpoint over HTTP or of a mapping, as the client gets them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pass(IEnumerable<KeyValuePair<string, string>> headers) => headers
        .Where(header => !NotPassed.Contains(header.Key))
        .Select(header => KeyValuePair.Create(Rename(header.Key), header.Value));

    /// <summary>The name under which a client gets a header.</summary>
    public static string Rename(string name) => Remapped.Contains(name) ? $"x-amzn-Remapped-{name}" : name;

    /// <summary>
    /// Whether a header can be sent: its name is a token, its value has no control characters but tabs
    /// (https://www.rfc-editor.org/rfc/rfc9110#section-5).
    /// </summary>
    public static bool IsValid(string name, string value) => IsName(name) && IsValue(value);

    /// <summary>A scalar as text; null for anything else.</summary>
    public static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static bool TryAdd(Dictionary<string, (string Name, List<string> Values)> headers, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (Scalar(value) is not { } text || !IsValid(name, text))
        {
            return false;
        }

        if (!headers.TryGetValue(name, out var header))
        {
            headers[name] = header = (name, []);
        }

        header.Values.Add(text);
        return true;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || TokenMarks.Contains(character));

    private static bool IsValue(string value) => value.All(character => !char.IsControl(character) || character == '\t');
}
