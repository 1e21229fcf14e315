namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>The Runtime API closed the connection before its answer was complete.</summary>
internal sealed class ConnectionLostException() : IOException("The Runtime API closed the connection before its answer was complete.");
