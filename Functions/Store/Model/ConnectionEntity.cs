using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A connection that is open.</summary>
internal static class ConnectionEntity
{
    /// <summary>API Gateway's ids have 16 characters today.</summary>
    public const int LongestId = 64;

    public static readonly Field<LiveConnection, string> Id =
        new("id", Codecs.Text(LongestId), connection => connection.Id);

    public static readonly Field<LiveConnection, string> Reader =
        new("reader", Codecs.Text(Limits.Subject), connection => connection.Reader) { IsRequired = false };

    public static readonly Field<LiveConnection, Ulid?> GlossaryId =
        new("glossaryId", StoredValues.Id.Optional(), connection => connection.GlossaryId) { IsRequired = false };

    public static readonly Field<LiveConnection, DateTimeOffset> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Seconds, connection => connection.ExpiresAt);

    public static Entity<LiveConnection> Entity { get; } = new()
    {
        Name = "connection",
        Purpose = "an open connection: whose it is, and what it follows",
        Keys = [new(null, "CONNECTION#<connectionId>", "CONNECTION")],
        KeyOf = connection => Keys.Connection(connection.Id),
        Fields = [Id, Reader, GlossaryId, ExpiresAt],
        Make = item => new(
            Id.Read(item),
            Reader.ReadOrDefault(item),
            GlossaryId.ReadOrDefault(item),
            ExpiresAt.Read(item)),
    };
}
