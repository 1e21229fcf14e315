using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>Writes down a connection, and whose it is.</summary>
internal sealed class OpenConnection(LiveStore connections) : ILiveOperation<OpenConnection>
{
    public static OpenConnection Create(LiveParts parts) => new(parts.Connections);

    public async Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline)
    {
        await connections.OpenAsync(request.ConnectionId, request.Reader, deadline);
        return Answer.Empty;
    }
}
