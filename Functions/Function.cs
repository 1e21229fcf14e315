using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions.Http;
using Lexicon.Functions.Images;
using Lexicon.Functions.Json;
using Lexicon.Functions.Live;
using Lexicon.Functions.Logging;
using Lexicon.Functions.Store;

namespace Lexicon.Functions;

/// <summary>Puts a function together, all of it before the first request, in the time that Lambda gives for starting.</summary>
internal static class Function
{
    /// <summary>The function that the environment names.</summary>
    public static LambdaBootstrap FromEnvironment()
    {
        var settings = Settings.FromEnvironment();
        var time = TimeProvider.System;
        var log = new Log(
            LogSettings.FromEnvironment(Environment.GetEnvironmentVariable), Console.OpenStandardOutput(), time, Random.Shared.NextDouble);
        var stores = new Stores(DynamoDbClients.FromEnvironment, settings.Table, Images, time);
        if (Reactions.Find(settings.Operation) is { } reaction)
        {
            return reaction.CreateBootstrap(stores, time, log).Build();
        }

        var live = new LiveParts(stores, ManagementApi.FromEnvironment);
        if (settings.Operation == LiveRoutes.Publisher)
        {
            return Bootstrap<DynamoDBEvent, StreamsEventResponse>(new PublishChanges(live.Changes, time, log).HandleAsync);
        }

        return settings.Operation == LiveRoutes.Authorizer
            ? Bootstrap<APIGatewayCustomAuthorizerRequest, APIGatewayCustomAuthorizerResponse>(
                new TakeLiveTicket(stores.Live, time, log).HandleAsync)
            : Bootstrap<APIGatewayProxyRequest, APIGatewayProxyResponse>(LiveRoutes.Find(settings.Operation) is { } route
                ? new LiveEndpoint(route, route.CreateHandler(live), time, log).HandleAsync
                : Named(
                    settings.Operation, DynamoDbClients.FromEnvironment, settings.Table, time, log, Images, settings.Origins).HandleAsync);

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

    private static LambdaBootstrap Bootstrap<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler) =>
        LambdaBootstrapBuilder.Create(handler, new SourceGeneratorLambdaJsonSerializer<EventJson>()).Build();
}
