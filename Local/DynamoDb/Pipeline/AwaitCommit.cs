using System.Collections.Frozen;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Streams;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// Makes an answered write one that survives. Under load the engine was seen to answer a write shortly before it was in its
/// database file: killed in between, it forgot what it had acknowledged. It works on requests in order, so once a later one
/// is answered the write before it is committed. It costs eight concurrent writers a tenth of a write's time and one writer nothing
/// that can be measured (docs/decisions/0005-dynamodb-local.md).
/// </summary>
internal sealed class AwaitCommit(DatabaseEngine engine, WriteSignal writes) : IStep
{
    private const string Target = "DynamoDB_20120810.ListTables";

    private static readonly byte[] Request = """{"Limit":1}"""u8.ToArray();

    private static readonly FrozenSet<string> Writes = FrozenSet.ToFrozenSet<string>(
    [
        "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems",
        "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction",
    ]);

    /// <summary>Continues when what a successful operation wrote is committed.</summary>
    /// <exception cref="EngineUnavailableException">The engine died before; the outcome of the write is unknown.</exception>
    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (!exchange.Engine!.IsSuccessStatusCode || !Writes.Contains(exchange.Operation))
        {
            return null;
        }

        try
        {
            using var answer = await engine.SendAsync(Target, Request, exchange.Cancellation);
            writes.Raise();
            return null;
        }
        catch (EngineUnavailableException)
        {
            throw new EngineUnavailableException(wasSent: true);
        }
    }
}
