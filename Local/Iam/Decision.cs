namespace Lexicon.Local.Iam;

/// <summary>IAM's answer.</summary>
/// <param name="Allowed">Whether the request may go on.</param>
/// <param name="Message">
/// When denied, IAM's sentence: <c>User: ARN is not authorized to perform: ACTION on resource: ARN because no
/// identity-based policy allows the ACTION action</c> (or <c>with an explicit deny in ...</c>).
/// </param>
internal sealed record Decision(bool Allowed, string Message);
