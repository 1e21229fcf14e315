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

    /// <summary>Adds the condition keys to those that every request has.</summary>
    public void AddTo(Dictionary<string, IReadOnlyList<string>> context)
    {
        Add("dynamodb:LeadingKeys", LeadingKeys);
        Add("dynamodb:Attributes", Attributes);
        Add("dynamodb:Select", Select is null ? null : [Select]);
        Add("dynamodb:ReturnValues", ReturnValues is null ? null : [ReturnValues]);
        Add("dynamodb:ReturnConsumedCapacity", ReturnConsumedCapacity is null ? null : [ReturnConsumedCapacity]);
        Add("dynamodb:EnclosingOperation", EnclosingOperation is null ? null : [EnclosingOperation]);

        void Add(string key, IReadOnlyList<string>? values)
        {
            if (values is not null)
            {
                context[key] = values;
            }
        }
    }
}
