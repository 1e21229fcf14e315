namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>The type of a member of a request, with its constraints, as the API reference gives them.</summary>
internal sealed record ApiShape
{
    /// <summary>Its name, as the service's own classes have it.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// <c>Structure</c>, <c>List</c>, <c>Map</c>, <c>String</c>, <c>Integer</c>, <c>Long</c>, <c>Double</c>, <c>Boolean</c> or <c>Blob</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The least length, or of a number its least value.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest length, or of a number its greatest value.</summary>
    public long? Max { get; init; }

    /// <summary>What a string must be like.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values of an enumeration, in the order in which the service lists them.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Of a structure, the names of its members' shapes.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();

    /// <summary>Of a structure, the members that must be there.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Of a list, the shape of its items.</summary>
    public string? Member { get; init; }

    /// <summary>Of a map, the shape of its keys.</summary>
    public string? Key { get; init; }

    /// <summary>Of a map, the shape of its values.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// Whether the service names the member as the request does and does not repeat the value, as where its checks are new.
    /// </summary>
    public bool IsTerse { get; init; }

    /// <summary>The shape that holds unless the text is empty or an ARN: a table is named by its name or its ARN.</summary>
    public string? Named { get; init; }
}
