namespace Lexicon.Functions.Domain;

/// <summary>A ticket to connect.</summary>
/// <param name="Id">The ticket itself, which nobody guesses in its time.</param>
/// <param name="Reader">Whose it is; null: somebody who is not signed in.</param>
/// <param name="ExpiresAt">When it is over.</param>
internal sealed record LiveTicket(Ulid Id, string? Reader, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a ticket is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
}
