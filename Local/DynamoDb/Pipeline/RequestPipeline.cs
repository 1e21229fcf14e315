using System.Diagnostics;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.DynamoDb.Backups;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.DynamoDb.Streams;
using Lexicon.Local.Iam;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// The way of a request through DynamoDB: what AWS checks before it looks at the table, the engine, and what AWS returns otherwise.
/// </summary>
internal sealed class RequestPipeline(
    DatabaseEngine engine,
    EngineClient client,
    IIdentities identities,
    Tables tables,
    TableTags tags,
    SettingsOfTables settings,
    ArnTranslation arns,
    WriteSignal writes,
    BackupOperations backups)
{
    private readonly IStep[] _steps =
    [
        new ValidateRequest(),
        new NoteKeys(tables),
        new RefuseOtherAccounts(),
        new Authorize(identities, tables, settings, arns),
        new PerformDescribeEndpoints(),
        new CheckIndexKeys(tables),
        new PerformTagging(tables, tags),
        new PerformBackups(backups),
        new PerformPolicies(identities, tables, settings),
        new PerformSettings(client, settings, arns),
        new SendToEngine(engine, new RequestTranslation(arns)),
        new AwaitCommit(engine, writes),
        new RememberTableChange(tables, tags, settings),
        new ReturnUnchanged(),
        new TranslateResponse(arns, tables, settings, client),
    ];

    /// <summary>Handles one request.</summary>
    /// <exception cref="Lexicon.Local.Aws.AwsException">It is refused.</exception>
    public async Task HandleAsync(AwsJsonRequest request)
    {
        using var exchange = new Exchange(request);
        foreach (var step in _steps)
        {
            if (await step.RunAsync(exchange) is { } response)
            {
                await response.ExecuteAsync(request.Context);
                return;
            }
        }

        throw new UnreachableException("The last step has a response for every request.");
    }
}
