using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Tables;

namespace Lexicon.Local.DynamoDb.Answers;

/// <summary>The engine's answers as DynamoDB gives them.</summary>
internal sealed class AnswerTranslation
{
    private readonly ArnTranslation arns;
    private readonly EngineClient engine;
    private readonly ErrorTranslation errors;

    /// <summary>Translates with what is known of streams, and asks the engine about tables.</summary>
    public AnswerTranslation(ArnTranslation arns, EngineClient engine)
    {
        this.arns = arns;
        this.engine = engine;
        errors = new ErrorTranslation(KeysOfAsync);
    }

    /// <summary>Whether the answer of a successful operation is another one than the engine's.</summary>
    public static bool Concerns(string operation, JsonElement request) =>
        ArnTranslation.Concerns(operation) || ItemCollections.Asked(operation, request);

    /// <summary>The answer to give.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its request.</param>
    /// <param name="answer">The engine's answer; it may be changed.</param>
    /// <param name="succeeded">Whether it is not an error.</param>
    public async Task<JsonNode?> TranslateAsync(string operation, JsonElement request, JsonNode? answer, bool succeeded)
    {
        if (!succeeded)
        {
            return answer is JsonObject error ? await errors.TranslateAsync(operation, request, error) : answer;
        }

        if (ArnTranslation.Concerns(operation))
        {
            arns.Translate(operation, answer);
            TableDescriptions.Translate(operation, answer);
        }

        if (ItemCollections.Asked(operation, request))
        {
            await ItemCollections.AddAsync(operation, request, answer!, KeysOfAsync);
        }

        return answer;
    }

    private async Task<TableKeys?> KeysOfAsync(string table) =>
        await engine.TryCallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, CancellationToken.None) is { } described
            ? TableKeys.Of(described["Table"]!)
            : null;
}
