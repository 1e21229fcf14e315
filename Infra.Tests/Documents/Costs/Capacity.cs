namespace Lexicon.Infra.Tests.Documents.Costs;

/// <summary>The read and write request units of one request.</summary>
internal sealed record Capacity(decimal Read, decimal Write);
