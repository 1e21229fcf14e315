using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// Where DynamoDB takes a table's name it also takes its ARN; the engine knows names, and streams by its own ARNs.
/// </summary>
internal sealed class RequestTranslation(ArnTranslation arns)
{
    /// <summary>The body to send to the engine: the same memory when there is nothing to translate.</summary>
    public ReadOnlyMemory<byte> Translate(ReadOnlyMemory<byte> body)
    {
        // An item may hold our ARNs as data, so finding one is only the reason to look closer.
        if (body.Span.IndexOf("arn:aws:dynamodb:"u8) < 0 || DeepJson.Parse(body.Span) is not JsonObject request)
        {
            return body;
        }

        TranslateNames(request);
        foreach (var part in request["TransactItems"] as JsonArray ?? [])
        {
            foreach (var (_, action) in part as JsonObject ?? [])
            {
                TranslateNames(action as JsonObject ?? []);
            }
        }

        if (request["RequestItems"] is JsonObject tables)
        {
            request["RequestItems"] = new JsonObject(tables.ToList().Select(table =>
                KeyValuePair.Create(TableNames.NameOf(table.Key), table.Value?.DeepClone())));
        }

        return DeepJson.Write(request);
    }

    private void TranslateNames(JsonObject part)
    {
        if (part["TableName"] is JsonValue table && table.TryGetValue<string>(out var name))
        {
            part["TableName"] = TableNames.NameOf(name);
        }

        foreach (var member in new[] { "StreamArn", "ExclusiveStartStreamArn", "ResourceArn" })
        {
            if (part[member] is JsonValue value && value.TryGetValue<string>(out var arn))
            {
                part[member] = arns.ToEngine(arn);
            }
        }
    }
}
