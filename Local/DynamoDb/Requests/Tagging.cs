using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// <c>TagResource</c>, <c>UntagResource</c> and <c>ListTagsOfResource</c> on tables
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.Operations.html).
/// </summary>
/// <param name="tags">The tags.</param>
/// <param name="exists">Whether there is a table with a name.</param>
internal sealed class Tagging(TableTags tags, Func<string, Task<bool>> exists)
{
    private const int Most = 50;

    /// <summary>Whether an operation is one of these.</summary>
    public static bool Concerns(string operation) => operation is "TagResource" or "UntagResource" or "ListTagsOfResource";

    /// <summary>Performs the operation: its answer, null when that is empty, or the error.</summary>
    public async Task<(JsonObject? Answer, AwsError? Error)> PerformAsync(string operation, JsonElement request)
    {
        var arn = request.Text("ResourceArn")!;
        if (!arn.StartsWith(TableNames.Prefix + "table/", StringComparison.Ordinal))
        {
            return (null, Invalid($"Invalid TableArn: Invalid ResourceArn provided as input {arn}"));
        }

        var table = TableNames.NameOf(arn);
        if (!await exists(table))
        {
            return (null, new(400, "ResourceNotFoundException", $"Requested resource not found: ResourcArn: {arn} not found")
            {
                Namespace = "com.amazonaws.dynamodb.v20120810",
            });
        }

        return operation switch
        {
            "ListTagsOfResource" => (new() { ["Tags"] = tags.Of(table) }, null),
            "TagResource" => (null, Add(table, request)),
            _ => (null, Remove(table, request)),
        };
    }

    /// <summary>The tags in a request.</summary>
    public static IEnumerable<(string Key, string Value)> In(JsonElement request) =>
        request.Items("Tags").Select(static tag => (tag.Text("Key")!, tag.Text("Value")!));

    private AwsError? Add(string table, JsonElement request)
    {
        var added = In(request).ToList();
        if (added.Count == 0)
        {
            return Invalid("Atleast one Tag needs to be provided as Input.");
        }

        if (tags.CountWith(table, added.Select(static tag => tag.Key)) > Most)
        {
            return Invalid($"One or more parameter values were invalid: Too many tags: a table has at most {Most}");
        }

        tags.Add(table, added);
        return null;
    }

    private AwsError? Remove(string table, JsonElement request)
    {
        var keys = request.Items("TagKeys").Select(static key => key.GetString()!).ToList();
        if (keys.Count == 0)
        {
            return Invalid("Atleast one Tag Key needs to be provided as Input.");
        }

        tags.Remove(table, keys);
        return null;
    }

    private static AwsError Invalid(string message) => new(400, "ValidationException", message) { Namespace = "com.amazon.coral.validate" };
}
