namespace Lexicon.Infra.Context;

/// <summary>What the context (<c>-c name=value</c>) asks for cannot be. The message names the option and says what it can be.</summary>
internal sealed class RefusedContextException(string message) : Exception(message);
