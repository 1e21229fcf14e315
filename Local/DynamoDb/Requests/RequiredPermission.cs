using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>One permission that a request needs.</summary>
/// <param name="Action">Such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">The ARN of a table, index or stream.</param>
/// <param name="Table">The table, whose policy has a say; null where there is none.</param>
internal sealed record RequiredPermission(string Action, string Resource, string? Table)
{
    /// <summary>The values of <c>dynamodb:LeadingKeys</c>; null when the request has none.</summary>
    public IReadOnlyList<string>? LeadingKeys { get; init; }

    /// <summary>The values of <c>dynamodb:Attributes</c>: the top-level attributes that are read or written.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }

    /// <summary>The value of <c>dynamodb:Select</c>.</summary>
    public string? Select { get; init; }

    /// <summary>The value of <c>dynamodb:ReturnValues</c>.</summary>
    public string? ReturnValues { get; init; }

    /// <summary>The value of <c>dynamodb:ReturnConsumedCapacity</c>.</summary>
    public string? ReturnConsumedCapacity { get; init; }

    /// <summary>The value of <c>dynamodb:EnclosingOperation</c>: the transaction that the action is part of.</summary>
    public string? EnclosingOperation { get; init; }

    /// <summary>The permission as IAM is asked about it.</summary>
    /// <param name="policy">The table's own policy, if it has one.</param>
    public Permission ToPermission(JsonNode? policy) => new(Action, Resource) { ResourcePolicy = policy, Conditions = Conditions() };

    private Dictionary<string, IReadOnlyList<string>> Conditions()
    {
        (string Key, IReadOnlyList<string>? Values)[] keys =
        [
            ("dynamodb:LeadingKeys", LeadingKeys),
            ("dynamodb:Attributes", Attributes),
            ("dynamodb:Select", One(Select)),
            ("dynamodb:ReturnValues", One(ReturnValues)),
            ("dynamodb:ReturnConsumedCapacity", One(ReturnConsumedCapacity)),
            ("dynamodb:EnclosingOperation", One(EnclosingOperation)),
        ];
        return keys.Where(key => key.Values is not null).ToDictionary(key => key.Key, key => key.Values!);
    }

    private static IReadOnlyList<string>? One(string? value) => value is null ? null : [value];
}
