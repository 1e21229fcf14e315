namespace Lexicon.Functions.Live;

/// <summary>Sends messages to connections.</summary>
internal interface IConnectionSender
{
    /// <summary>Sends a message; false: the connection is gone.</summary>
    Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation);
}
