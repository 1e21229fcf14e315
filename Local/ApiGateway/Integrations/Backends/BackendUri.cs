using System.Text.RegularExpressions;
using Lexicon.Local.Aws.Signatures;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>Fills the URI of an integration: path parameters in braces, query parameters behind it.</summary>
internal static partial class BackendUri
{
    /// <summary>The text with each <c>{name}</c> replaced by the path parameter, each of its segments encoded once.</summary>
    public static string FillPath(string template, IReadOnlyDictionary<string, string> parameters) => Parameter().Replace(
        template, match => parameters.TryGetValue(match.Groups[1].Value, out var value) ? Encode(value) : match.Value);

    /// <summary>The query parameters as they are sent; empty where there are none.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters) => string.Join('&', parameters
        .SelectMany(one => one.Value.Select(value => $"{UriEncoding.Encode(one.Key)}={UriEncoding.Encode(value)}")));

    /// <summary>An address with query parameters behind those that it has.</summary>
    public static string WithQuery(string address, string query) => query.Length is 0 ? address
        : address.Contains('?', StringComparison.Ordinal) ? $"{address}&{query}" : $"{address}?{query}";

    // Path parameters come as they were sent, other values as they are: both are encoded once.
    private static string Encode(string value) =>
        string.Join('/', value.Split('/').Select(segment => UriEncoding.Encode(Uri.UnescapeDataString(segment))));

    [GeneratedRegex(@"\{([A-Za-z0-9._$-]+)\+?\}")]
    private static partial Regex Parameter();
}
