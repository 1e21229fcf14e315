namespace Lexicon.Benchmarks.Profile;

/// <summary>A part of a first request.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="To">The moment that ends it.</param>
/// <param name="From">What begins it: the first of these that a variant knows.</param>
internal sealed record Phase(string Name, string To, params IReadOnlyList<string> From)
{
    /// <summary>All of them, without a gap.</summary>
    public static IReadOnlyList<Phase> All { get; } =
    [
        new("process started, runtime ready: `Main` begins", "main", "start"),
        new("`DynamoDbClients` makes the client", "client", "main"),
        new("runtime client made, connected to the Runtime API", "connected", "client", "start"),
        new("first call of `next` (init ends here)", "next", "connected"),
        new("event sent, read into its model, handler called", "handler", "next"),
        .. Call(1, "put", "handler", "next"),
        .. Call(2, "get", "put done", "database answers 1"),
        new("answer written and received", "answered", "get done", "database answers 2"),
    ];

    private static Phase[] Call(int number, string call, params string[] begin) =>
    [
        new($"{call}: into the SDK's pipeline", $"{call} marshal", begin),
        new($"{call}: request marshalled", $"{call} marshalled", $"{call} marshal"),
        new($"{call}: authentication scheme, credentials, endpoint rules, checksum", $"{call} sign", $"{call} marshalled"),
        new($"{call}: signed", $"{call} signed", $"{call} sign"),
        .. number is 1
            ? new Phase[]
            {
                new($"{call}: `HttpClient` made, connection open", "connection", [$"{call} signed", .. begin]),
                new($"{call}: TLS: prepared, the client's hello", "hello", "connection"),
                new($"{call}: TLS: the server's hello (the bench's work)", "server's hello", "hello"),
                new($"{call}: TLS: the rest of the handshake", "handshake", "server's hello"),
            }
            : [],
        new(
            number is 1 ? $"{call}: over TLS the roots read and the chain checked, request sent" : $"{call}: request sent",
            $"request {number}",
            number is 1 ? ["handshake", "connection"] : [$"{call} signed", .. begin]),
        new($"{call}: DynamoDB Local works", $"database answers {number}", $"request {number}"),
        new($"{call}: answer's head received", $"{call} received", $"database answers {number}"),
        new($"{call}: answer unmarshalled, handler goes on", $"{call} done", $"{call} received"),
    ];
}
