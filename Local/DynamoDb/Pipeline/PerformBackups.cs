using Lexicon.Local.DynamoDb.Backups;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>Backups and restores, which DynamoDB Local does not have.</summary>
internal sealed class PerformBackups(BackupOperations backups) : IStep
{
    public async ValueTask<IResult?> RunAsync(Exchange exchange) =>
        await backups.PerformAsync(exchange.Operation, exchange.Request, exchange.Cancellation) is { } response
            ? new JsonResponse(response, Guid.NewGuid().ToString())
            : null;
}
