using System.Globalization;

namespace Lexicon.Functions.Domain;

/// <summary>Why a ticket lets nobody connect: for the log and the trace. The client hears 403 and nothing of it.</summary>
/// <param name="Name">The kind, for the log.</param>
/// <param name="Reason">What is known, a sentence; nothing in it is what the client sent.</param>
internal sealed record TicketRefusal(string Name, string Reason)
{
    // A ticket is over at a whole second.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>The query names no ticket.</summary>
    public static TicketRefusal None { get; } = new("no-ticket", "The query has no ticket.");

    /// <summary>What it names cannot be one.</summary>
    public static TicketRefusal Malformed { get; } = new("malformed-ticket", "The ticket of the query is none that this API gives.");

    /// <summary>Says why there is nothing to take, or why what was taken is not good any more.</summary>
    /// <param name="id">The ticket. When it was given stands in it; it is the client's word, unless the ticket was there.</param>
    /// <param name="taken">What was there; null: nothing.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null: the ticket is good.</returns>
    public static TicketRefusal? Of(Ulid id, LiveTicket? taken, DateTimeOffset now)
    {
        if (taken is not null && now <= taken.ExpiresAt)
        {
            return null;
        }

        var age = now - id.Time;
        return taken is not null || age > LiveTicket.Life + Rounding
            ? new("ticket-too-old", TooOld(age))
            : new("ticket-not-there", "The ticket was used already, or never given: each is good for one connection.");
    }

    private static string TooOld(TimeSpan age) => string.Create(
        CultureInfo.InvariantCulture,
        $"The ticket was given {Math.Floor(age.TotalSeconds)} s ago, and a ticket is good for {LiveTicket.Life.TotalSeconds} s.");
}
