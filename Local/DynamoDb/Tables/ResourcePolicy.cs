using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>A resource-based policy of a table.</summary>
internal sealed record ResourcePolicy
{
    public required JsonNode PolicyDocument { get; init; }
}
