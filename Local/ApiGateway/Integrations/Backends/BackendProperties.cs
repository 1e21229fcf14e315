namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>What a resource says of its backend, each property with its name there.</summary>
/// <param name="Uri">Where it is.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Credentials">The role that calls it.</param>
/// <param name="Timeout">How long it may take.</param>
internal sealed record BackendProperties(
    (string Name, string? Value) Uri, (string Name, string? Value) Method, (string Name, string? Value) Credentials, TimeSpan Timeout);
