namespace Lexicon.Local.SecretsManager;

/// <summary>One secret with its one version.</summary>
/// <param name="Name">Its name, unique in the account.</param>
/// <param name="Value">The secret itself.</param>
/// <param name="VersionId">The id of the version.</param>
/// <param name="Created">When the value was made.</param>
internal sealed record Secret(string Name, string Value, string VersionId, DateTimeOffset Created);
