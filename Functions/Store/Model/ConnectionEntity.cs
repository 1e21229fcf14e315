using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Store.Model;

/// <summary>A connection that is open.</summary>
internal static class ConnectionEntity
{
    /// <summary>API Gateway's ids have 16 characters today.</summary>
    public const int LongestId = 64;

    private const int UlidLength = 26;

    public static readonly Field<LiveConnection, string> Id =
        new("id", Codecs.Text(LongestId), connection => connection.Id);

    public static readonly Field<LiveConnection, string> Reader =
        new("reader", Codecs.Text(Limits.Subject), connection => connection.Reader) { IsRequired = false };

    public static readonly Field<LiveConnection, string> GlossaryId =
        new("glossaryId", Codecs.Text(UlidLength, UlidLength), connection => connection.GlossaryId?.ToString()) { IsRequired = false };

    public static readonly Field<LiveConnection, long> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Number(0), connection => connection.ExpiresAt.ToUnixTimeSeconds());

    public static Entity<LiveConnection> Entity { get; } = new()
    {
        Name = "connection",
        Purpose = "an open connection: whose it is, and what it follows",
        Keys = [new(null, "CONNECTION#<connectionId>", "CONNECTION")],
        KeyOf = connection => Keys.Connection(connection.Id),
        Fields = [Id, Reader, GlossaryId, ExpiresAt],
        Make = item => new(
            Id.Read(item),
            Reader.TryRead(item, out var reader) ? reader : null,
            GlossaryId.TryRead(item, out var text) && Ulid.TryParse(text, out var id) ? id : null,
            DateTimeOffset.FromUnixTimeSeconds(ExpiresAt.Read(item))),
    };
}
