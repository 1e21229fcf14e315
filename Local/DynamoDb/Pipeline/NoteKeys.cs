using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// Adds to the span of a request by which keys it asks for items. The values of keys are readers' own: they are kept as contents are, on
/// this machine, bounded, and not of the thousands of a second that a load test sends.
/// </summary>
internal sealed class NoteKeys(Tables tables) : IStep
{
    private const int MostItems = 25;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Parameters that OpenTelemetry has a name for: https://opentelemetry.io/docs/specs/semconv/database/dynamodb/.
    private static readonly (string Parameter, string Tag)[] Parameters =
    [
        ("IndexName", "aws.dynamodb.index_name"),
        ("ConsistentRead", "aws.dynamodb.consistent_read"),
        ("ScanIndexForward", "aws.dynamodb.scan_forward"),
        ("Limit", "aws.dynamodb.limit"),
        ("Select", "aws.dynamodb.select"),
    ];

    private readonly AskedItemsReader _reader = new(tables.KeyOf);
    private readonly SecondlyBudget _budget = new(150, TimeProvider.System);

    public ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (Activity.Current is { IsAllDataRequested: true } span)
        {
            foreach (var (parameter, tag) in Parameters)
            {
                span.SetTag(tag, ValueOf(exchange.Request.Get(parameter)));
            }

            var (isQuery, isKept) = (exchange.Operation == "Query", _budget.Take());
            var asked = isQuery || isKept ? _reader.Read(exchange.Operation, exchange.Request).ToList() : [];
            if (isQuery)
            {
                span.SetTag("aws.dynamodb.key_condition", asked[0].Form);
            }

            if (isKept && asked.Count > 0)
            {
                new SpanContent(Passage.Of(Write(asked)), null).Keep(span);
            }
        }

        return default;
    }

    private static object? ValueOf(JsonElement parameter) => parameter.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => parameter.GetBoolean(),
        JsonValueKind.Number when parameter.TryGetInt64(out var number) => number,
        JsonValueKind.String => parameter.GetString(),
        _ => null,
    };

    // {"asks": [{"operation", "table", "index"?, "key", "parts": [{"attribute", "comparison", "values"}], "condition"?}], "more"?}
    private static ReadOnlyMemory<byte> Write(List<AskedItems> asked)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteStartArray("asks");
            asked.Take(MostItems).ToList().ForEach(one => Write(json, one));
            json.WriteEndArray();
            if (asked.Count > MostItems)
            {
                json.WriteNumber("more", asked.Count - MostItems);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, AskedItems asked)
    {
        json.WriteStartObject();
        json.WriteString("operation", asked.Operation);
        json.WriteString("table", asked.Table);
        if (asked.Index is not null)
        {
            json.WriteString("index", asked.Index);
        }

        json.WriteString("key", asked.Words);
        json.WriteStartArray("parts");
        foreach (var part in asked.Keys)
        {
            json.WriteStartObject();
            json.WriteString("attribute", part.Attribute);
            json.WriteString("comparison", part.Comparison);
            json.WriteStartArray("values");
            AskedItems.Shown(part.Attribute, part.Values).ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (asked.Condition is not null)
        {
            json.WriteString("condition", asked.Condition);
        }

        json.WriteEndObject();
    }
}
