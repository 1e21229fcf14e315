namespace Lexicon.Local.ApiGateway.WebSockets.Management;

/// <summary>The path of a request to the management API: <c>/{stage}/@connections/{id}</c>.</summary>
/// <param name="StageName">The stage; null: the address has none.</param>
/// <param name="ConnectionId">The connection.</param>
internal sealed record ManagementPath(string? StageName, string ConnectionId)
{
    private const string Mark = "@connections";

    /// <summary>Reads a path as it was sent; null: it is another one.</summary>
    public static ManagementPath? Parse(string rawPath) =>
        rawPath.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray() switch
        {
            [var stage, Mark, var id] => new(stage, id),
            [Mark, var id] => new(null, id),
            _ => null,
        };
}
