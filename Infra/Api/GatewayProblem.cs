namespace Lexicon.Infra.Api;

/// <summary>An answer that API Gateway gives by itself, as a problem (RFC 9457).</summary>
/// <param name="Type">API Gateway's name of it: <c>ACCESS_DENIED</c>.</param>
/// <param name="Status">The status; null for what stands for several, which keep theirs.</param>
/// <param name="Title">The kind of problem in words.</param>
internal sealed record GatewayProblem(string Type, int? Status, string Title)
{
    /// <summary>
    /// The type of the problem: one of the handlers', where they refuse the same; else <c>about:blank</c>, a problem that its
    /// status says all of.
    /// </summary>
    public string Uri { get; init; } = "about:blank";

    /// <summary>Headers of its own, between single quotes as API Gateway takes them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether AWS says what is wrong with the body, beside that something is.</summary>
    public bool TellsWhatTheModelFound { get; init; }
}
