using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>The engine's responses as DynamoDB returns them.</summary>
internal sealed class TranslateResponse : IStep
{
    private const string Batch = "BatchExecuteStatement";

    private readonly ArnTranslation _arns;
    private readonly Tables _tables;
    private readonly SettingsOfTables _settings;
    private readonly ErrorTranslation _errors;
    private readonly ReplayedTransactions _transactions = new(TimeProvider.System);

    /// <summary>Translates with what is known of streams and tables.</summary>
    public TranslateResponse(ArnTranslation arns, Tables tables, SettingsOfTables settings, EngineClient engine)
    {
        _arns = arns;
        _tables = tables;
        _settings = settings;
        _errors = new ErrorTranslation(tables.FindKeysAsync, new StandInTable(engine, tables.FindKeysAsync));
    }

    /// <summary>Whether the response of a successful operation differs from the engine's.</summary>
    public static bool Concerns(string operation, JsonElement request) =>
        operation == Batch || ArnTranslation.Concerns(operation) || ItemCollections.Asked(operation, request)
        || StatementCapacity.Asked(operation, request) || ItemCapacity.Asked(operation, request);

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
            _settings.Describe(answer);
        }

        foreach (var (error, statement) in operation == Batch ? Errors(answer!, request) : [])
        {
            error["Message"] = EngineWords.OfStatement((string?)error["Message"] ?? "", statement);
        }

        if (ItemCollections.Asked(operation, request))
        {
            await ItemCollections.AddAsync(operation, request, answer!, _tables.FindKeysAsync);
        }

        if (StatementCapacity.Asked(operation, request))
        {
            var isReplay = operation == "ExecuteTransaction" && _transactions.IsReplay(request.Text("ClientRequestToken"));
            StatementCapacity.Add(operation, request, answer!, isReplay);
        }

        if (ItemCapacity.Asked(operation, request))
        {
            ItemCapacity.Correct(operation, request, answer!);
        }

        if (ConsumedUnits.AreWanted(request))
        {
            ConsumedUnits.Note(operation, answer?["ConsumedCapacity"]);
        }

        return answer;
    }

    private static IEnumerable<(JsonObject Error, Statement Statement)> Errors(JsonNode answer, JsonElement request) =>
        (answer["Responses"] as JsonArray ?? [])
            .Zip(Statement.Of(Batch, request))
            .Where(static one => one.First?["Error"] is JsonObject)
            .Select(static one => (one.First!["Error"]!.AsObject(), one.Second));
}
