using System.Text.Json.Nodes;

namespace Lexicon.Local.Iam;

/// <summary>A policy that is part of a role.</summary>
internal sealed record InlinePolicy
{
    public required string PolicyName { get; init; }

    public required JsonNode PolicyDocument { get; init; }
}
