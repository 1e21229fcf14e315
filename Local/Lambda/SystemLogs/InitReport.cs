namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>How an init phase went.</summary>
/// <param name="Duration">From the start of the process.</param>
/// <param name="Phase"><c>init</c>, or <c>invoke</c> when it was tried again within an invocation.</param>
/// <param name="Failure">Null when it succeeded.</param>
internal sealed record InitReport(TimeSpan Duration, string Phase, InvocationFailure? Failure);
