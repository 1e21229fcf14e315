using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// <c>PutResourcePolicy</c>, <c>GetResourcePolicy</c> and <c>DeleteResourcePolicy</c> on tables: a policy counts from then on
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html).
/// </summary>
internal sealed class PerformPolicies(IIdentities identities, Tables tables, SettingsOfTables settings) : IStep
{
    public async ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        if (exchange.Operation is not ("PutResourcePolicy" or "GetResourcePolicy" or "DeleteResourcePolicy"))
        {
            return null;
        }

        var arn = exchange.Request.Text("ResourceArn")!;
        var table = await FindAsync(arn, exchange.Cancellation);
        return new JsonResponse(
            exchange.Operation switch
            {
                "GetResourcePolicy" => Get(table),
                "PutResourcePolicy" => Put(table, arn, exchange.Request),
                _ => Delete(table, exchange.Request),
            },
            Guid.NewGuid().ToString());
    }

    private async Task<string> FindAsync(string arn, CancellationToken cancellation)
    {
        if (!arn.StartsWith(TableNames.Prefix + "table/", StringComparison.Ordinal) || arn.Contains("/stream/", StringComparison.Ordinal))
        {
            throw DynamoDbException.Invalid($"Invalid ResourceArn: {arn}. Policies of tables are supported, those of streams are not");
        }

        var table = TableNames.NameOf(arn);
        return await tables.FindShapeAsync(table, cancellation) is null
            ? throw DynamoDbException.NotFound($"Requested resource not found: ResourcArn: {arn} not found")
            : table;
    }

    private JsonObject Get(string table) => Current(table) is var (policy, revision)
        ? new() { ["Policy"] = policy, ["RevisionId"] = revision }
        : throw NoPolicy();

    private JsonObject Put(string table, string arn, JsonElement request)
    {
        CheckRevision(table, request);
        var policy = request.Text("Policy")!;
        Check(policy, arn);
        var revision = TableNames.Id(policy);
        settings.Change(table, existing => existing with { Policy = policy, PolicyRevision = revision });
        return new() { ["RevisionId"] = revision };
    }

    private JsonObject Delete(string table, JsonElement request)
    {
        CheckRevision(table, request);
        var revision = settings[table].PolicyRevision;
        settings.Change(table, static existing => existing with { Policy = null, PolicyRevision = null });
        return revision is null ? [] : new() { ["RevisionId"] = revision };
    }

    private void CheckRevision(string table, JsonElement request)
    {
        var current = Current(table)?.Revision;
        if (request.Text("ExpectedRevisionId") is { } expected && expected != (current ?? "NO_POLICY"))
        {
            throw NoPolicy();
        }
    }

    private void Check(string policy, string arn)
    {
        try
        {
            identities.Check(JsonNode.Parse(policy)!, arn);
        }
        catch (Exception refusal) when (refusal is JsonException or StartupException)
        {
            throw DynamoDbException.Invalid($"Invalid policy document: {refusal.Message}");
        }
    }

    private (string Policy, string Revision)? Current(string table) => settings[table] is { Policy: { } put, PolicyRevision: { } revision }
        ? (put, revision)
        : tables.PolicyOf(table)?.ToJsonString() is { } declared ? (declared, TableNames.Id(declared)) : null;

    private static DynamoDbException NoPolicy() => new(new AwsError(
        400, "PolicyNotFoundException", "Resource-based policy not found for the provided ResourceArn: Requested policy not found")
    {
        Namespace = DynamoDbException.Namespace,
    });
}
