using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Api;

/// <summary>What an <see cref="Operation"/> is made of.</summary>
internal sealed record OperationProps
{
    /// <summary>The operation.</summary>
    public required string Operation { get; init; }

    /// <summary>What calls it, for people: a method and a path, or a route of the WebSocket API.</summary>
    public required string Description { get; init; }

    /// <summary>The name of its function.</summary>
    public required string Name { get; init; }

    /// <summary>The package, the same for every operation.</summary>
    public required Code Code { get; init; }

    /// <summary>What the function may do to the table.</summary>
    public required IReadOnlyList<TablePermission> Permissions { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The same by its ARN.</summary>
    public required string TableArn { get; init; }

    /// <summary>The key that encrypts the table, where it is the stage's own.</summary>
    public required string? TableKeyArn { get; init; }

    /// <summary>Further variables of its environment.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where the events go that it cannot deal with.</summary>
    public required IQueue DeadLetters { get; init; }

    /// <summary>The same by its ARN.</summary>
    public required string DeadLettersArn { get; init; }

    /// <summary>What else it may do.</summary>
    public IReadOnlyList<PolicyStatementProps> Statements { get; init; } = [];

    /// <summary>Wildcards in these, each with its reason.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>What the stage is like.</summary>
    public required StageSettings Settings { get; init; }
}
