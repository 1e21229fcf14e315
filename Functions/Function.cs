using Amazon.DynamoDBv2;
using Lexicon.Functions.Http;
using Lexicon.Functions.Operations;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>Puts a function together, all of it before the first request, in the time that Lambda gives for starting.</summary>
internal static class Function
{
    public static Endpoint FromEnvironment()
    {
        var settings = Settings.FromEnvironment();
        return Named(settings.Operation, DynamoDbClients.FromEnvironment(), settings.Table, TimeProvider.System);
    }

    public static Endpoint Named(string operation, IAmazonDynamoDB client, string table, TimeProvider clock) =>
        new(Routes.Of(operation), Catalog.Named(operation, new Stores(client, table, clock)), clock);
}
