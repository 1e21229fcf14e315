using Amazon.DynamoDBv2;
using Lexicon.Functions.Http;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>Puts a function together, all of it before the first request, in the time that Lambda gives for starting.</summary>
internal static class Function
{
    public static Endpoint FromEnvironment()
    {
        var settings = Settings.FromEnvironment();
        var log = new Log(
            LogSettings.FromEnvironment(Environment.GetEnvironmentVariable),
            Console.OpenStandardOutput(),
            TimeProvider.System,
            Random.Shared.NextDouble);
        return Named(settings.Operation, DynamoDbClients.FromEnvironment, settings.Table, TimeProvider.System, log, settings.Origins);
    }

    /// <param name="operation">The operation.</param>
    /// <param name="client">Makes the client, for an operation that needs one.</param>
    /// <param name="table">The table.</param>
    /// <param name="time">The time.</param>
    /// <param name="log">The log.</param>
    /// <param name="origins">Other origins whose pages may read the answers, with commas in between.</param>
    public static Endpoint Named(
        string operation, Func<IAmazonDynamoDB> client, string table, TimeProvider time, Log log, string? origins = null)
    {
        var route = Routes.Of(operation);
        return new(route, route.CreateHandler(new(client, table, time)), time, log, new(origins));
    }
}
