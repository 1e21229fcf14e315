namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>A connection that is open.</summary>
/// <param name="Id">The id by which the management API knows it.</param>
/// <param name="ApiId">The API.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Connected">When the client asked to connect.</param>
/// <param name="LastActive">When something was sent or received for the last time.</param>
/// <param name="SourceIp">Where the client is.</param>
internal sealed record ConnectionFacts(
    string Id, string ApiId, string Stage, DateTimeOffset Connected, DateTimeOffset LastActive, string SourceIp);
