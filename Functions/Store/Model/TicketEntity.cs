using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A ticket to connect to the live updates.</summary>
internal static class TicketEntity
{
    public static readonly Field<LiveTicket, Ulid> Id = new("id", StoredValues.Id, ticket => ticket.Id);

    public static readonly Field<LiveTicket, string> Reader =
        new("reader", Codecs.Text(Limits.Subject), ticket => ticket.Reader) { IsRequired = false };

    public static readonly Field<LiveTicket, DateTimeOffset> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Seconds, ticket => ticket.ExpiresAt);

    public static Entity<LiveTicket> Entity { get; } = new()
    {
        Name = "live ticket",
        Purpose = "lets one client connect, within 30 s",
        Keys = [new(null, "TICKET#<ticket>", "TICKET")],
        KeyOf = ticket => Keys.Ticket(ticket.Id),
        Fields = [Id, Reader, ExpiresAt],
        Make = item => new(
            Id.Read(item),
            Reader.ReadOrDefault(item),
            ExpiresAt.Read(item)),
    };
}
