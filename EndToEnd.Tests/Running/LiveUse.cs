using System.Net.WebSockets;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>What the functions of the WebSocket API are for: readers come, follow, hear of changes and go.</summary>
internal static class LiveUse
{
    /// <summary>The functions that have a part in it.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        "TakeLiveTicket", "OpenConnection", "FollowGlossary", "UnfollowGlossary", "CloseConnection", "PublishChanges",
    ];

    public static async Task RunAsync(ModeratedRunner moderated)
    {
        using var anyone = new LexiconClient(moderated.Runner.Site, token: null);
        var one = (await moderated.Owner.CreateGlossaryAsync("Followed first")).Id;
        var two = (await moderated.Owner.CreateGlossaryAsync("Followed then")).Id;
        try
        {
            using var stays = await LiveClient.ConnectAsync(anyone);
            using var goes = await LiveClient.ConnectAsync(anyone);
            await AskAsync(stays, "follow", one);
            await AskAsync(goes, "follow", one);
            await AskAsync(goes, "follow", two);
            await AskAsync(goes, "follow", one);
            await AskAsync(goes, "unfollow");
            await AskAsync(goes, "follow", one);
            await goes.CloseAsync();
            await AskAsync(stays, "follow", two);
            await moderated.Owner.CreateTermAsync(two, "Heard of");
            await moderated.Owner.PutAsync(
                $"/api/me/glossaries/{two}", new() { ["title"] = "Mine alone", ["description"] = "", ["visibility"] = "private" }, "*");
        }
        catch (WebSocketException)
        {
            // Nobody may connect in this round.
        }
    }

    // An answer comes of a function that fails, too.
    private static async Task AskAsync(LiveClient client, string action, string? glossary = null)
    {
        await client.SendAsync(new() { ["action"] = action, ["glossaryId"] = glossary });
        while ((string?)(await client.ReceiveAsync())["type"] is "changes" or "readers")
        {
            // Others are told of the same glossaries.
        }
    }
}
