using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;
using Lexicon.Functions.Store.Model;

namespace Lexicon.Functions.Store;

/// <summary>Tickets, connections, and who follows what.</summary>
internal sealed class LiveStore(TableReader reads, TableWriter writes, Moments moments)
{
    private const int PageOfFollowers = 500;

    // API Gateway closes a connection after two hours:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html.
    private static readonly TimeSpan LongestConnection = TimeSpan.FromHours(2);

    /// <summary>A new ticket of a reader; null: of somebody who is not signed in.</summary>
    public async Task<LiveTicket> CreateTicketAsync(string? reader, Deadline deadline)
    {
        var now = moments.Now;
        var ticket = new LiveTicket(moments.NewId(now), reader, Seconds(now + LiveTicket.Life));
        await writes.PutAsync(TicketEntity.Entity.Write(ticket), deadline);
        return ticket;
    }

    /// <summary>Takes a ticket, which nobody can take again.</summary>
    /// <returns>The ticket, or why it lets nobody connect.</returns>
    public async Task<(LiveTicket? Ticket, TicketRefusal? Refusal)> TakeTicketAsync(Ulid id, Deadline deadline)
    {
        var taken = await writes.TakeAsync(Keys.Ticket(id), deadline) is { } item ? TicketEntity.Entity.Read(item) : null;
        var refusal = TicketRefusal.Of(id, taken, moments.Now);
        return (refusal is null ? taken : null, refusal);
    }

    /// <summary>Writes down a connection.</summary>
    public Task OpenAsync(string connectionId, string? reader, Deadline deadline) => writes.PutAsync(
        ConnectionEntity.Entity.Write(new(connectionId, reader, null, Seconds(moments.Now + LongestConnection))), deadline);

    /// <summary>Forgets a connection; returns the glossary that it followed.</summary>
    public async Task<Ulid?> CloseAsync(string connectionId, Deadline deadline)
    {
        var taken = await writes.TakeAsync(Keys.Connection(connectionId), deadline);
        var followed = taken is null ? null : ConnectionEntity.Entity.Read(taken).GlossaryId;
        if (followed is { } glossaryId)
        {
            await writes.TakeAsync(Keys.Follower(glossaryId, connectionId), deadline);
        }

        return followed;
    }

    /// <summary>The connection follows the glossary, and no other.</summary>
    /// <returns>Whether there is such a connection, and the glossary that it left.</returns>
    public async Task<(bool IsThere, Ulid? Left)> FollowAsync(string connectionId, Ulid glossaryId, Deadline deadline)
    {
        if (await FindAsync(connectionId, deadline) is not { } connection)
        {
            return (false, null);
        }

        var left = connection.GlossaryId == glossaryId ? null : connection.GlossaryId;
        if (left is { } before)
        {
            await writes.TakeAsync(Keys.Follower(before, connectionId), deadline);
        }

        await writes.PutAsync(
            FollowerEntity.Entity.Write(new(glossaryId, connectionId, connection.Reader, connection.ExpiresAt)), deadline);
        await writes.PutAsync(ConnectionEntity.Entity.Write(connection with { GlossaryId = glossaryId }), deadline);
        return (true, left);
    }

    /// <summary>The connection follows nothing; returns what it followed.</summary>
    public async Task<Ulid?> UnfollowAsync(string connectionId, Deadline deadline)
    {
        if (await FindAsync(connectionId, deadline) is not { GlossaryId: { } glossaryId } connection)
        {
            return null;
        }

        await writes.TakeAsync(Keys.Follower(glossaryId, connectionId), deadline);
        await writes.PutAsync(ConnectionEntity.Entity.Write(connection with { GlossaryId = null }), deadline);
        return glossaryId;
    }

    /// <summary>A connection is told of a glossary no longer, whatever it itself believes.</summary>
    public Task DropAsync(Follower follower, Deadline deadline) =>
        writes.TakeAsync(Keys.Follower(follower.GlossaryId, follower.ConnectionId), deadline);

    /// <summary>The connections that follow a glossary.</summary>
    public async Task<IReadOnlyList<Follower>> FollowersAsync(Ulid glossaryId, Deadline deadline)
    {
        List<Follower> followers = [];
        Item? after = null;
        while (true)
        {
            var page = await reads.QueryAsync(
                new() { Partition = Keys.FollowersPartition(glossaryId), Consistent = true, After = after, Limit = PageOfFollowers },
                deadline);
            followers.AddRange(page.Items.Select(FollowerEntity.Entity.Read));
            if (!page.HasMore)
            {
                return followers;
            }

            after = Keys.Of(page.Items[^1]);
        }
    }

    private async Task<LiveConnection?> FindAsync(string connectionId, Deadline deadline) =>
        await reads.GetAsync(Keys.Connection(connectionId), consistent: true, deadline) is { } item
            ? ConnectionEntity.Entity.Read(item)
            : null;

    // As the attribute of the time to live has it.
    private static DateTimeOffset Seconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
