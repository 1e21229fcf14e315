using Lexicon.Infra.Security;

namespace Lexicon.Infra;

/// <summary>What an <see cref="ExactRole"/> is.</summary>
internal sealed record ExactRoleProps
{
    /// <summary>What takes it: <c>lambda.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The name of its one policy.</summary>
    public required string PolicyName { get; init; }

    /// <summary>All that it may do.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>What is found on it and accepted.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}
