using System.Collections.Frozen;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>
/// Makes an answered write one that survives. Under load the engine was seen to answer a write shortly before it was in its
/// database file: killed in between, it forgot what it had acknowledged. It works on requests in order, so once a later one
/// is answered the write before it is committed. It costs eight concurrent writers a tenth of a write's time and one writer nothing
/// that can be measured (docs/decisions/0005-dynamodb-local.md).
/// </summary>
internal sealed class CommitBarrier(DatabaseEngine engine)
{
    private const string Target = "DynamoDB_20120810.ListTables";

    private static readonly byte[] Request = """{"Limit":1}"""u8.ToArray();

    private static readonly FrozenSet<string> Writes = FrozenSet.ToFrozenSet<string>(
    [
        "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems",
        "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction",
    ]);

    /// <summary>Returns when what a successful operation wrote is committed.</summary>
    /// <exception cref="EngineUnavailableException">The engine died before; the outcome of the write is unknown.</exception>
    public async Task PassAsync(string operation, CancellationToken cancellation)
    {
        if (!Writes.Contains(operation))
        {
            return;
        }

        try
        {
            using var answer = await engine.SendAsync(Target, Request, cancellation);
        }
        catch (EngineUnavailableException)
        {
            throw new EngineUnavailableException(wasSent: true);
        }
    }
}
