namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>A request over HTTP.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Where it goes, encoded as it is sent.</param>
/// <param name="Headers">Names and values; a name may come more than once.</param>
/// <param name="Body">The body.</param>
internal sealed record HttpCall(
    string Method, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of <c>Host</c>; null: the address's own.</summary>
    public string? Host { get; init; }

    /// <summary>An address whose path and query are sent exactly as they are written.</summary>
    /// <exception cref="UriFormatException">It is none.</exception>
    public static Uri At(string address) => new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
