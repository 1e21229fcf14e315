using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
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

    /// <summary>The key that encrypts the table, where it is the stage's own.</summary>
    public required string? TableKeyArn { get; init; }

    /// <summary>The namespace of the metrics that it writes into its log.</summary>
    public required string MetricsNamespace { get; init; }

    /// <summary>Further variables of its environment.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where the events go that it cannot deal with.</summary>
    public required IQueue DeadLetters { get; init; }

    /// <summary>How long its logs are kept.</summary>
    public required RetentionDays LogRetention { get; init; }

    /// <summary>How it is packaged, and for which architecture.</summary>
    public required Options Options { get; init; }
}
