using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>The dead-letter queue of a function, or the topic in its place.</summary>
/// <param name="Arn">The queue or topic.</param>
/// <param name="Role">The execution role, on whose behalf Lambda sends.</param>
/// <param name="FunctionName">The function, whose name the session has.</param>
internal sealed record DeadLetterTarget(string Arn, string Role, string FunctionName)
{
    /// <summary>Who sends.</summary>
    public Caller Sender => Caller.Session(Role, FunctionName);

    /// <summary>Whether it is a topic.</summary>
    public bool IsTopic => Arn.StartsWith(Account.Arn("sns", ""), StringComparison.Ordinal);
}
