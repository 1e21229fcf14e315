using Lexicon.Local.ApiGateway;
using Lexicon.Local.Assembly;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront;
using Lexicon.Local.Cognito;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.OnAws;
using Lexicon.Local.Operations;
using Lexicon.Local.S3;
using Lexicon.Local.Sqs;
using Lexicon.Local.Waf;
using Lexicon.Local.WebConsole;

namespace Lexicon.Local;

/// <summary>The local cloud: its services, who uses whom, and their life together.</summary>
internal sealed class Cloud : IAsyncDisposable
{
    private readonly CloudAssembly assembly;
    private readonly IReadOnlyList<IService> services;
    private readonly ConsolePage console;

    /// <summary>Wires the services; starts nothing and writes nothing.</summary>
    public Cloud(Settings settings, CloudAssembly assembly, Endpoints endpoints, IChildProcesses processes)
    {
        this.assembly = assembly;
        var time = TimeProvider.System;
        var identities = new Identities(time);
        var iam = new IamService(identities);
        var logs = new LogsService(settings, time);
        var dynamoDb = new DynamoDbService(settings, processes, identities);
        var s3 = new S3Service(settings, assembly.Assets, identities, identities, time);
        var cognito = new CognitoService(settings, endpoints, processes, identities, time);
        var sqs = new SqsService(settings, endpoints, identities, time);
        var lambda = new LambdaService(settings, endpoints, assembly.Assets, identities, processes, logs, sqs, time, Progress.Warn);
        var firewall = new Firewall(time);
        var apiGateway = new ApiGatewayService(lambda, cognito, firewall, logs, time);
        var cloudFront = new CloudFrontService(endpoints, s3, firewall, time, new OriginMap(settings.Origins));

        services = [iam, logs, dynamoDb, cognito, s3, sqs, lambda, firewall, apiGateway, cloudFront];
        ResourceTypes = new ResourceTypes(
            [.. services.SelectMany(service => service.ResourceTypes), .. OnAwsTypes.All, new CdkMetadata()]);
        console = new ConsolePage(endpoints, logs);
        Aws = new AwsEndpoint(
            identities, [dynamoDb, s3, cognito, sqs, lambda, cloudFront.Api(identities), new SecurityTokenService(identities)], time);
        Api = apiGateway;
        Site = cloudFront;
    }

    /// <summary>Every resource type of every service.</summary>
    public ResourceTypes ResourceTypes { get; }

    /// <summary>CloudFront.</summary>
    public IHttpEndpoint Site { get; }

    /// <summary>API Gateway.</summary>
    public IHttpEndpoint Api { get; }

    /// <summary>The wire protocols.</summary>
    public IHttpEndpoint Aws { get; }

    /// <summary>The runner's own page.</summary>
    public IHttpEndpoint Console => console;

    /// <summary>What the ready message says of the services.</summary>
    public IEnumerable<(string Name, string Value)> ReadyRows => services.SelectMany(service => service.ReadyRows);

    /// <summary>
    /// Begins what takes long, such as the database, so that it goes on beside everything else; but nothing that no template needs.
    /// </summary>
    public void Begin()
    {
        var used = assembly.Stacks.SelectMany(stack => stack.Resources).Select(resource => resource.Value?["Type"]?.ToString()).ToHashSet();
        foreach (var service in services.Where(service => service.ResourceTypes.Any(type => used.Contains(type.Name))))
        {
            service.Begin();
        }
    }

    /// <summary>Realises every resource of every stack.</summary>
    public ResourceGraph Realise()
    {
        var graph = new ResourceGraph(assembly, ResourceTypes);
        graph.RealiseAll();
        console.Show(graph);
        Progress.Say($"{assembly.Stacks.Count} stacks, {graph.Nodes.Count()} resources");
        return graph;
    }

    /// <summary>Returns once every service answers.</summary>
    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(
        services.Select(service => Progress.StepAsync(service.Name, () => service.StartAsync(cancellation))));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Reverse())
        {
            await service.DisposeAsync();
        }
    }
}
