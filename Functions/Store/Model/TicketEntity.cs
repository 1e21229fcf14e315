using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>A ticket to connect to the live updates.</summary>
internal static class TicketEntity
{
    public static readonly Field<LiveTicket, Ulid> Id = new("id", Codecs.Id, ticket => ticket.Id);

    public static readonly Field<LiveTicket, string> Reader =
        new("reader", Codecs.Text(Limits.Subject), ticket => ticket.Reader) { IsRequired = false };

    public static readonly Field<LiveTicket, long> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Number(0), ticket => ticket.ExpiresAt.ToUnixTimeSeconds());

    public static Entity<LiveTicket> Entity { get; } = new()
    {
        Name = "live ticket",
        Purpose = "lets one client connect, within 30 s",
        Keys = [new(null, "TICKET#<ticket>", "TICKET")],
        KeyOf = ticket => Keys.Ticket(ticket.Id),
        Fields = [Id, Reader, ExpiresAt],
        Make = item => new(
            Id.Read(item),
            Reader.TryRead(item, out var reader) ? reader : null,
            DateTimeOffset.FromUnixTimeSeconds(ExpiresAt.Read(item))),
    };
}
