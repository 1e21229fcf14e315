using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// The engine writes <c>ddblocal</c> where AWS writes the Region and knows no account: its ARNs become ours in what describes
/// tables and streams, never in items.
/// </summary>
internal sealed class ArnTranslation(StreamLabels labels)
{
    /// <summary>The operations whose responses name ARNs and carry no items.</summary>
    public static bool Concerns(string operation) => operation
        is "CreateTable" or "DescribeTable" or "UpdateTable" or "DeleteTable"
        or "ListStreams" or "DescribeStream" or "GetRecords";

    /// <summary>Our ARN for one of the engine's.</summary>
    public string ToPublic(string arn)
    {
        var resource = arn[TableNames.EnginePrefix.Length..];
        return TableNames.Prefix + (resource.Split('/') is ["table", var table, "stream", var label]
            ? $"table/{table}/stream/{labels.ToPublic(table, label)}"
            : resource);
    }

    /// <summary>The engine's ARN for one of ours.</summary>
    public string ToEngine(string arn)
    {
        if (!arn.StartsWith(TableNames.Prefix, StringComparison.Ordinal))
        {
            return arn;
        }

        var resource = arn[TableNames.Prefix.Length..];
        return TableNames.EnginePrefix + (resource.Split('/') is ["table", var table, "stream", var label]
            ? $"table/{table}/stream/{labels.ToEngine(table, label)}"
            : resource);
    }

    /// <summary>Translates a response in place.</summary>
    public void Translate(string operation, JsonNode? answer)
    {
        if (operation == "GetRecords")
        {
            foreach (var record in answer?["Records"]?.AsArray() ?? [])
            {
                record!["awsRegion"] = Account.Region;

                // DynamoDB's ids have no hyphens.
                record["eventID"] = ((string?)record["eventID"])?.Replace("-", "", StringComparison.Ordinal);
            }

            return;
        }

        Translate(answer);
    }

    private void Translate(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Translate(item);
                }

                break;
            case JsonObject described:
                TranslateMembers(described);
                break;
        }
    }

    private void TranslateMembers(JsonObject described)
    {
        foreach (var (name, value) in described.ToList())
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var content))
            {
                if (content.StartsWith(TableNames.EnginePrefix, StringComparison.Ordinal))
                {
                    described[name] = ToPublic(content);
                }
                else if (name is "LatestStreamLabel" or "StreamLabel" && described["TableName"] is { } table)
                {
                    described[name] = labels.ToPublic((string)table!, content);
                }
            }
            else
            {
                Translate(value);
            }
        }

        if (described.ContainsKey("TableArn") && described["TableName"] is { } owner)
        {
            described["TableId"] = TableNames.Id((string)owner!);
        }
    }
}
