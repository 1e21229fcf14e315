using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>The connection is told of no glossary any more; the others hear that one less reads along.</summary>
internal sealed class UnfollowGlossary(LiveStore connections, ReadersOfGlossary readers) : ILiveOperation<UnfollowGlossary>
{
    public static UnfollowGlossary Create(LiveParts parts) => new(parts.Connections, parts.Readers);

    public async Task<Result<Answer>> RunAsync(LiveRequest request, Deadline deadline)
    {
        if (await connections.UnfollowAsync(request.ConnectionId, deadline) is { } glossaryId)
        {
            await readers.TellAsync(glossaryId, request.ConnectionId, deadline);
        }

        return Answer.Of(new LiveEvent { Type = "unfollowed" }, ContractJson.Default.LiveEvent);
    }
}
