using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions.Http;
using Lexicon.Functions.Images;
using Lexicon.Functions.Json;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>Puts a function together, all of it before the first request, in the time that Lambda gives for starting.</summary>
internal static class Function
{
    /// <summary>The function that the environment names.</summary>
    public static LambdaBootstrapBuilder FromEnvironment()
    {
        var settings = Settings.FromEnvironment();
        var time = TimeProvider.System;
        var log = new Log(
            LogSettings.FromEnvironment(Environment.GetEnvironmentVariable), Console.OpenStandardOutput(), time, Random.Shared.NextDouble);
        return Reactions.Find(settings.Operation) is { } reaction
            ? reaction.CreateBootstrap(new(DynamoDbClients.FromEnvironment, settings.Table, Images, time), time, log)
            : LambdaBootstrapBuilder.Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(
                Named(settings.Operation, DynamoDbClients.FromEnvironment, settings.Table, time, log, Images, settings.Origins).HandleAsync,
                new SourceGeneratorLambdaJsonSerializer<EventJson>());

        IImageFiles Images() => S3ImageFiles.FromEnvironment(
            settings.ImagesBucket ?? throw new InvalidOperationException("The environment variable IMAGES_BUCKET is missing."));
    }

    /// <param name="operation">The operation.</param>
    /// <param name="client">Makes the client, for an operation that needs one.</param>
    /// <param name="table">The table.</param>
    /// <param name="time">The time.</param>
    /// <param name="log">The log.</param>
    /// <param name="images">Opens the bucket with the images, for an operation that needs it.</param>
    /// <param name="origins">Other origins whose pages may read the answers, with commas in between.</param>
    public static Endpoint Named(
        string operation,
        Func<IAmazonDynamoDB> client,
        string table,
        TimeProvider time,
        Log log,
        Func<IImageFiles> images,
        string? origins = null)
    {
        var route = Routes.Of(operation);
        return new(route, route.CreateHandler(new(client, table, images, time)), time, log, new(origins));
    }
}
