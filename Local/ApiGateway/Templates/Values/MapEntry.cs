namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>An item of <c>entrySet()</c>.</summary>
internal sealed record MapEntry(string Key, object? Value);
