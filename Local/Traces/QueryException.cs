namespace Lexicon.Local.Traces;

/// <summary>Why a query in SQL is refused, in SQLite's words or ours.</summary>
internal sealed class QueryException(string message) : Exception(message);
