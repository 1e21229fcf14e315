namespace Lexicon.Infra.Tests.Costs;

/// <summary>The read and write request units of one request.</summary>
internal sealed record Capacity(decimal Read, decimal Write);
