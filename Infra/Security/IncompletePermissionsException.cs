namespace Lexicon.Infra.Security;

/// <summary>An operation has no entry in the table of permissions. The message says what to write.</summary>
internal sealed class IncompletePermissionsException(string message) : Exception(message);
