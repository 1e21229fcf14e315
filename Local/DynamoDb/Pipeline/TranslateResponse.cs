using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Responses;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>The engine's responses as DynamoDB returns them.</summary>
internal sealed class TranslateResponse : IStep
{
    private const string Batch = "BatchExecuteStatement";

    private readonly ArnTranslation _arns;
    private readonly Tables _tables;
    private readonly ErrorTranslation _errors;

    /// <summary>Translates with what is known of streams and tables.</summary>
    public TranslateResponse(ArnTranslation arns, Tables tables, EngineClient engine)
    {
        _arns = arns;
        _tables = tables;
        _errors = new ErrorTranslation(tables.FindKeysAsync, new StandInTable(engine, tables.FindKeysAsync));
    }

    /// <summary>Whether the response of a successful operation differs from the engine's.</summary>
    public static bool Concerns(string operation, JsonElement request) =>
        operation == Batch || ArnTranslation.Concerns(operation) || ItemCollections.Asked(operation, request);

    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        var engine = exchange.Engine!;
        var answer = await ReadAsync(engine, exchange.Cancellation);
        return new JsonResponse(
            await TranslateAsync(exchange.Operation, exchange.Request, answer, engine.IsSuccessStatusCode),
            EngineResponse.RequestId(engine),
            (int)engine.StatusCode);
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage engine, CancellationToken cancellation)
    {
        try
        {
            var body = await engine.Content.ReadAsStreamAsync(cancellation);
            return await DeepJson.ParseAsync(body, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new EngineUnavailableException(wasSent: true);
        }
    }

    private async Task<JsonNode?> TranslateAsync(string operation, JsonElement request, JsonNode? answer, bool succeeded)
    {
        if (!succeeded)
        {
            return answer is JsonObject error ? await _errors.TranslateAsync(operation, request, error) : answer;
        }

        if (ArnTranslation.Concerns(operation))
        {
            _arns.Translate(operation, answer);
            TableDescriptions.Translate(operation, answer);
        }

        foreach (var error in operation == Batch ? Errors(answer!) : [])
        {
            error["Message"] = EngineWords.ToPublic((string?)error["Message"] ?? "");
        }

        if (ItemCollections.Asked(operation, request))
        {
            await ItemCollections.AddAsync(operation, request, answer!, _tables.FindKeysAsync);
        }

        return answer;
    }

    private static IEnumerable<JsonObject> Errors(JsonNode answer) =>
        (answer["Responses"] as JsonArray ?? []).Select(static response => response?["Error"]).OfType<JsonObject>();
}
