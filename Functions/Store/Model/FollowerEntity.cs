using Lexicon.Functions.Domain;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store.Model;

/// <summary>A connection in the list of those that follow a glossary.</summary>
internal static class FollowerEntity
{
    public static readonly Field<Follower, Ulid> GlossaryId = new("glossaryId", StoredValues.Id, follower => follower.GlossaryId);

    public static readonly Field<Follower, string> ConnectionId =
        new("connectionId", Codecs.Text(ConnectionEntity.LongestId), follower => follower.ConnectionId);

    public static readonly Field<Follower, string> Reader =
        new("reader", Codecs.Text(Limits.Subject), follower => follower.Reader) { IsRequired = false };

    public static readonly Field<Follower, DateTimeOffset> ExpiresAt =
        new(TableSchema.TimeToLive, Codecs.Seconds, follower => follower.ExpiresAt);

    public static Entity<Follower> Entity { get; } = new()
    {
        Name = "follower",
        Purpose = "a connection that is told of the glossary",
        Keys = [new(null, "FOLLOWERS#<glossaryId>", "CONNECTION#<connectionId>")],
        KeyOf = follower => Keys.Follower(follower.GlossaryId, follower.ConnectionId),
        Fields = [GlossaryId, ConnectionId, Reader, ExpiresAt],
        Make = item => new(
            GlossaryId.Read(item),
            ConnectionId.Read(item),
            Reader.ReadOrDefault(item),
            ExpiresAt.Read(item)),
    };
}
