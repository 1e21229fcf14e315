using Lexicon.Functions.Domain;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Live;

/// <summary>
/// Tells the followers of one glossary what has changed in it, one message after the other. Who may see the glossary is decided by what
/// it is now, as <see cref="FollowGlossary"/> decides it; whoever may not any longer is told that it is gone, and follows it no longer.
/// </summary>
internal sealed class GlossaryChanges(LiveStore connections, GlossaryStore glossaries, Delivery delivery)
{
    /// <summary>Tells of the changes of a glossary.</summary>
    /// <returns>The first change that somebody was not told of, and why; null: everybody was told of all.</returns>
    public async Task<(TableChange First, Exception Fault)?> PublishAsync(IReadOnlyList<TableChange> changes, Deadline deadline)
    {
        var untold = changes[0];
        try
        {
            var followers = await connections.FollowersAsync(untold.GlossaryId, deadline);
            if (followers is [])
            {
                return null;
            }

            var glossary = await glossaries.FindAsync(untold.GlossaryId, deadline);
            var seeing = followers.Where(follower => glossary is not null && follower.MaySee(glossary)).ToList();
            await DismissAsync(followers.Except(seeing).ToList(), untold.GlossaryId, deadline);
            if (seeing is [])
            {
                return null;
            }

            foreach (var (first, message) in ChangeMessages.Of(changes))
            {
                untold = first;
                await delivery.SendAsync(seeing.Select(follower => follower.ConnectionId), message, deadline);
            }

            return null;
        }

        // Everything: whatever it was, Lambda gives the batch again from here on.
        catch (Exception fault)
        {
            return (untold, fault);
        }
    }

    private async Task DismissAsync(IReadOnlyList<Follower> followers, Ulid glossaryId, Deadline deadline)
    {
        if (followers is [])
        {
            return;
        }

        await delivery.SendAsync(
            followers.Select(follower => follower.ConnectionId), ChangeMessages.OfRemoval(glossaryId), deadline);
        await Task.WhenAll(followers.Select(follower => connections.DropAsync(follower, deadline)));
    }
}
