using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Lexicon.Functions;

namespace Lexicon.Infra.Api;

/// <summary>What an <see cref="Operation"/> is made of.</summary>
internal sealed record OperationProps
{
    /// <summary>The package, the same for every operation.</summary>
    public required Code Code { get; init; }

    /// <summary>The row of the route table.</summary>
    public required Route Route { get; init; }

    /// <summary>What the function may do to the table.</summary>
    public required IReadOnlyList<Permission> Permissions { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>How long its logs are kept.</summary>
    public required RetentionDays LogRetention { get; init; }
}
