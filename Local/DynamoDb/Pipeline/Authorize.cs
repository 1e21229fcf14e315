using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Responses;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>Every permission that a request needs must be there.</summary>
internal sealed class Authorize(IIdentities identities, Tables tables, SettingsOfTables settings, ArnTranslation arns) : IStep
{
    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (exchange.Operation is "ExecuteStatement" or "BatchExecuteStatement" or "ExecuteTransaction")
        {
            // The conditions of a policy would have to be read out of the statements.
            return exchange.Caller == Caller.Root
                ? null
                : throw Denied($"PartiQL ({exchange.Operation}) is not authorized for roles here: use the operations on items.");
        }

        var reader = new PermissionReader(tables, arns, exchange.Operation, exchange.Request);
        foreach (var required in await reader.ReadAsync(exchange.Cancellation))
        {
            Activity.Current?.SetTag("aws.dynamodb.table_names", required.Table);
            var permission = required.ToPermission(required.Table is null ? null : PolicyOf(required.Table));
            if (identities.Authorize(exchange.Context, exchange.Caller, permission) is { Allowed: false } decision)
            {
                throw Denied(decision.Message);
            }
        }

        return null;
    }

    // One that was put at run time is in the place of the template's.
    private JsonNode? PolicyOf(string table) => settings[table].Policy is { } policy ? JsonNode.Parse(policy) : tables.PolicyOf(table);

    private static DynamoDbException Denied(string message) => new(new(400, "AccessDeniedException", message));
}
