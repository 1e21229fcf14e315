namespace Lexicon.Infra;

/// <summary>What was asked for by context (<c>-c name=value</c>) cannot be. The message names it, and says what can.</summary>
internal sealed class RefusedContextException(string message) : Exception(message);
