namespace Lexicon.Functions.Domain;

/// <summary>A connection in the list of those that follow a glossary.</summary>
/// <param name="GlossaryId">The glossary.</param>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Reader">Whose connection it is; null: of somebody who is not signed in.</param>
/// <param name="ExpiresAt">When API Gateway has closed the connection at the latest.</param>
internal sealed record Follower(Ulid GlossaryId, string ConnectionId, string? Reader, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether it may be told of a glossary: of what anyone sees, and of what is theirs, as of what they may study.</summary>
    public bool MaySee(Glossary glossary) => new Viewer(Reader).MayStudy(glossary);
}
