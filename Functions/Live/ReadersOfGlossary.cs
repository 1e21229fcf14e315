using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>The connections that follow a glossary: counts them, and sends to them.</summary>
internal sealed class ReadersOfGlossary(LiveStore connections, IConnectionSender sender)
{
    /// <summary>Tells all but one how many read along; returns how many.</summary>
    public async Task<int> TellAsync(Ulid glossaryId, string except, Deadline deadline)
    {
        var followers = await connections.FollowersAsync(glossaryId, deadline);
        var count = new LiveEvent { Type = "readers", GlossaryId = glossaryId.ToString(), Readers = followers.Count };
        var message = JsonSerializer.SerializeToUtf8Bytes(count, ContractJson.Default.LiveEvent);
        await Task.WhenAll(followers.Where(id => id != except).Select(id => SendAsync(id, message, deadline)));
        return followers.Count;
    }

    // A connection that is gone is forgotten; its own $disconnect may never have come.
    private async Task SendAsync(string connectionId, ReadOnlyMemory<byte> message, Deadline deadline)
    {
        if (!await sender.SendAsync(connectionId, message, deadline.Token))
        {
            await connections.CloseAsync(connectionId, deadline);
        }
    }
}
