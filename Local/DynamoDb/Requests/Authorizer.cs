using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.DynamoDb.Answers;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>Decides whether a caller may make a request: every permission that it needs must be there.</summary>
internal sealed class Authorizer(IIdentities identities, Tables tables, ArnTranslation arns)
{
    /// <summary>The error to answer; null when the caller may.</summary>
    public async Task<AwsError?> RefuseAsync(HttpContext context, Caller caller, string operation, JsonElement request)
    {
        if (operation is "ExecuteStatement" or "BatchExecuteStatement" or "ExecuteTransaction")
        {
            // The conditions of a policy would have to be read out of the statements.
            return caller == Caller.Root
                ? null
                : Denied($"PartiQL ({operation}) is not authorized for roles here: use the operations on items.");
        }

        foreach (var access in await new AccessReader(tables, arns, operation, request).ReadAsync(context.RequestAborted))
        {
            var keys = context.ConditionContext();
            access.AddTo(keys);
            var decision = identities.Authorize(
                new AccessRequest(caller, access.Action, access.Resource) { Context = keys },
                access.Table is null ? null : tables.PolicyOf(access.Table));
            if (!decision.Allowed)
            {
                return Denied(decision.Message);
            }
        }

        return null;
    }

    private static AwsError Denied(string message) => new(400, "AccessDeniedException", message);
}
