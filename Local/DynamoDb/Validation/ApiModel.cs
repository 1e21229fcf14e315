using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// The members of every request that is served, their types and constraints: <c>api.json</c>, one line a shape, from the Amazon DynamoDB
/// API Reference (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations.html). Another operation is another line
/// there.
/// </summary>
internal sealed class ApiModel
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private readonly Dictionary<string, string> _operations;
    private readonly Dictionary<string, ApiShape> _shapes;

    private ApiModel(Document document)
    {
        _operations = document.Operations;
        _shapes = document.Shapes.ToDictionary(static shape => shape.Key, static shape => shape.Value with { Name = shape.Key });
    }

    /// <summary>The model.</summary>
    public static ApiModel Instance { get; } = Load();

    /// <summary>The operations that it knows.</summary>
    public IEnumerable<string> Operations => _operations.Keys;

    /// <summary>The request of an operation; null when the model does not know the operation.</summary>
    public ApiShape? RequestOf(string operation) => _operations.TryGetValue(operation, out var name) ? _shapes[name] : null;

    /// <summary>The shape with this name.</summary>
    public ApiShape this[string name] => _shapes[name];

    private static ApiModel Load()
    {
        using var stream = typeof(ApiModel).Assembly.GetManifestResourceStream("DynamoDb.api.json")!;
        return new(JsonSerializer.Deserialize<Document>(stream, Options)!);
    }

    private sealed record Document(Dictionary<string, string> Operations, Dictionary<string, ApiShape> Shapes);
}
