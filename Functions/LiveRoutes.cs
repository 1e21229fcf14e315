using Lexicon.Functions.Live;

namespace Lexicon.Functions;

/// <summary>
/// The routes of the WebSocket API, each row with its handler, as <see cref="Routes"/> has those of the HTTP API; and the function that
/// lets a client connect, and that which tells of changes.
/// </summary>
public static class LiveRoutes
{
    /// <summary>All routes.</summary>
    public static IReadOnlyList<LiveRoute> All { get; } =
    [
        new LiveRoute<OpenConnection>("$connect"),
        new LiveRoute<CloseConnection>("$disconnect") { Sends = true },
        new LiveRoute<FollowGlossary>("follow") { Responds = true, Sends = true },
        new LiveRoute<UnfollowGlossary>("unfollow") { Responds = true, Sends = true },
        new LiveRoute<RefuseMessage>("$default") { Responds = true },
    ];

    /// <summary>The operation that takes a ticket for a connection: the authorizer of <c>$connect</c>.</summary>
    public static string Authorizer => nameof(TakeLiveTicket);

    /// <summary>The operation that tells the followers of a glossary what has changed in it: the reader of the table's stream.</summary>
    public static string Publisher => nameof(PublishChanges);

    /// <summary>Every operation that has a function.</summary>
    public static IReadOnlyList<string> Operations { get; } = [Authorizer, .. All.Select(route => route.Operation), Publisher];

    /// <summary>The route of an operation; null: it is none of the WebSocket API.</summary>
    public static LiveRoute? Find(string operation) => All.FirstOrDefault(route => route.Operation == operation);
}
