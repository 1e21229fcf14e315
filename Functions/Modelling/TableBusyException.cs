namespace Lexicon.Functions.Modelling;

/// <summary>The database is too busy with the same items to take a request before its deadline.</summary>
internal sealed class TableBusyException() : Exception("The deadline leaves no time for another attempt.");
