using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>The connections that follow a glossary: counts them, and sends to them.</summary>
internal sealed class ReadersOfGlossary(LiveStore connections, Delivery delivery)
{
    /// <summary>Tells all but one how many read along; returns how many.</summary>
    public async Task<int> TellAsync(Ulid glossaryId, string except, Deadline deadline)
    {
        var followers = await connections.FollowersAsync(glossaryId, deadline);
        var count = new LiveEvent { Type = "readers", GlossaryId = glossaryId.ToString(), Readers = followers.Count };
        var message = JsonSerializer.SerializeToUtf8Bytes(count, ContractJson.Default.LiveEvent);
        await delivery.SendAsync(followers.Select(follower => follower.ConnectionId).Where(id => id != except), message, deadline);
        return followers.Count;
    }
}
