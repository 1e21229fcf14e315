using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Iam.Resources;

/// <summary>What is honored of <c>AWS::IAM::Role</c>; <c>PermissionsBoundary</c> is not.</summary>
internal sealed record RoleProperties
{
    public required JsonNode AssumeRolePolicyDocument { get; init; }

    public IReadOnlyList<string> ManagedPolicyArns { get; init; } = [];

    public IReadOnlyList<InlinePolicy> Policies { get; init; } = [];

    public string? RoleName { get; init; }

    public string Path { get; init; } = "/";

    /// <summary>In seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3600;

    [Ignored("a description changes nothing")]
    public string? Description { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary>A policy that is part of a role.</summary>
    internal sealed record InlinePolicy
    {
        public required string PolicyName { get; init; }

        public required JsonNode PolicyDocument { get; init; }
    }
}
