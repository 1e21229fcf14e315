using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>Forgets a connection that has ended, and tells those who still read the same glossary.</summary>
internal sealed class CloseConnection(LiveStore connections, ReadersOfGlossary readers) : ILiveOperation<CloseConnection>
{
    public static CloseConnection Create(LiveParts parts) => new(parts.Connections, parts.Readers);

    public async Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline)
    {
        if (await connections.CloseAsync(request.ConnectionId, deadline) is { } glossaryId)
        {
            await readers.TellAsync(glossaryId, request.ConnectionId, deadline);
        }

        return Answer.Empty;
    }
}
