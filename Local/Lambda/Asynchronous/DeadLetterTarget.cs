using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Asynchronous;

/// <summary>The dead-letter queue of a function.</summary>
/// <param name="QueueArn">The queue.</param>
/// <param name="Role">The execution role, on whose behalf Lambda sends.</param>
/// <param name="FunctionName">The function, whose name the session has.</param>
internal sealed record DeadLetterTarget(string QueueArn, string Role, string FunctionName)
{
    /// <summary>Who sends.</summary>
    public Caller Sender => Caller.Session(Role, FunctionName);
}
