namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>What goes back to the client.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">Names and values in order; a name may come more than once.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record ApiResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
