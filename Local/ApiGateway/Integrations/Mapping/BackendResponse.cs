namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>What an integration responds, before any mapping.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Selection">What the selection patterns are held against.</param>
/// <param name="Headers">Its headers; a name may come more than once.</param>
/// <param name="Body">Its body.</param>
internal sealed record BackendResponse(
    int Status, string Selection, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers that the client gets, whatever is mapped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Passed { get; init; } = [];

    /// <summary>The values of a header.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [.. Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
