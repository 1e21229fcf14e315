using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>Sends messages to connections, and forgets those that are gone: their own <c>$disconnect</c> may never have come.</summary>
internal sealed class Delivery(LiveStore connections, IConnectionSender sender)
{
    // Enough to be quick with hundreds of readers; each is a request of its own to the management API.
    private const int AtOnce = 32;

    /// <summary>Sends a message to each.</summary>
    /// <exception cref="HttpRequestException">One of them did not get it and is not gone; others may not have got it either.</exception>
    public Task SendAsync(IEnumerable<string> connectionIds, ReadOnlyMemory<byte> message, Deadline deadline) => Parallel.ForEachAsync(
        connectionIds,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = deadline.Token },
        async (id, cancellation) =>
        {
            if (!await sender.SendAsync(id, message, cancellation))
            {
                await connections.CloseAsync(id, deadline);
            }
        });
}
