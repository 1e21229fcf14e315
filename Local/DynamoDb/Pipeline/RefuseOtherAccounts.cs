using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb.Pipeline;

/// <summary>
/// A table of another account, which only that account could let anyone use: there is no other account here
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html).
/// </summary>
internal sealed class RefuseOtherAccounts : IStep
{
    public ValueTask<IResult?> RunAsync(Exchange exchange)
    {
        var foreign = Names(exchange.Request).FirstOrDefault(static name =>
            name.Split(':') is ["arn", _, "dynamodb", _, var account, ..] && account != Account.Id);
        var action = $"dynamodb:{exchange.Operation}";
        return foreign is null ? default : throw new DynamoDbException(new(
            400,
            "AccessDeniedException",
            $"User: {exchange.Caller.Arn} is not authorized to perform: {action} on resource: {foreign} because no resource-based policy "
                + $"allows the {action} action"));
    }

    private static IEnumerable<string> Names(JsonElement request) =>
    [
        .. new[] { request.Text("TableName"), request.Text("ResourceArn"), request.Text("StreamArn") }.OfType<string>(),
        .. request.Members("RequestItems").Select(static table => table.Name),
        .. request.Items("TransactItems")
            .Where(static item => item.ValueKind == JsonValueKind.Object)
            .SelectMany(static item => item.EnumerateObject())
            .Select(static action => action.Value.Text("TableName"))
            .OfType<string>(),
    ];
}
