namespace Lexicon.Local.Sns;

/// <summary>An e-mail that AWS would send.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The text, or the notification as JSON.</param>
/// <param name="Sent">When.</param>
internal sealed record Email(string To, string Subject, string Body, DateTimeOffset Sent);
