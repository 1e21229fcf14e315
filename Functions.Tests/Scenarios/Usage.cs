using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Scenarios;

/// <summary>What a call asked of DynamoDB.</summary>
internal sealed record Usage(
    HashSet<(string Action, string? Index)> Actions, IReadOnlyList<TableAccess> Accesses, double Reads, double Writes);
