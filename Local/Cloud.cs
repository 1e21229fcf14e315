using Lexicon.Local.ApiGateway;
using Lexicon.Local.Assembly;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront;
using Lexicon.Local.Cognito;
using Lexicon.Local.Debugging;
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

/// <summary>
/// The local cloud as one assembly has it: its services, who uses whom, and their life together. With <c>--watch</c> a newer
/// assembly is a newer cloud, which goes on with what lasts of the one before: processes, open files, work that waits.
/// </summary>
internal sealed class Cloud : IAsyncDisposable
{
    private readonly CloudAssembly assembly;
    private readonly IReadOnlyList<IService> services;
    private readonly Identities identities;
    private readonly LogsService logs;
    private readonly DynamoDbService dynamoDb;
    private readonly S3Service s3;
    private readonly CognitoService cognito;
    private readonly SqsService sqs;
    private readonly DebuggedFunction debugged;
    private readonly LambdaService lambda;
    private readonly ConsolePage console;
    private readonly bool isFirst;

    /// <summary>Wires the services; starts nothing and writes nothing.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="assembly">What is realised.</param>
    /// <param name="endpoints">Where everything answers.</param>
    /// <param name="processes">Starts processes.</param>
    /// <param name="before">The cloud that runs now, where there is one.</param>
    public Cloud(Settings settings, CloudAssembly assembly, Endpoints endpoints, IChildProcesses processes, Cloud? before = null)
    {
        this.assembly = assembly;
        isFirst = before is null;
        var time = TimeProvider.System;
        identities = new Identities(time, before?.identities);
        var iam = new IamService(identities);
        logs = new LogsService(settings, identities, time, before?.logs);
        dynamoDb = new DynamoDbService(settings, processes, identities, before?.dynamoDb);
        s3 = new S3Service(settings, assembly.Assets, identities, identities, time, before?.s3);
        cognito = new CognitoService(settings, endpoints, processes, identities, time, before?.cognito);
        sqs = new SqsService(settings, endpoints, identities, time, before?.sqs);
        debugged = before?.debugged ?? new DebuggedFunction(settings, time, Progress.Say);
        lambda = new LambdaService(
            settings, endpoints, assembly.Assets, identities, processes, logs, sqs, time, debugged, Progress.Warn, before?.lambda);
        var firewall = new Firewall(time);
        var apiGateway = new ApiGatewayService(lambda, cognito, firewall, logs, time);
        var cloudFront = new CloudFrontService(
            endpoints, s3, firewall, time, debugged.Patience, new OriginMap(settings.Origins));

        services = [iam, logs, dynamoDb, cognito, s3, sqs, lambda, firewall, apiGateway, cloudFront];
        ResourceTypes = new ResourceTypes(
            [.. services.SelectMany(service => service.ResourceTypes), .. OnAwsTypes.All, new CdkMetadata()]);
        console = new ConsolePage(endpoints, logs);
        Aws = new AwsEndpoint(
            identities,
            [dynamoDb, s3, cognito, sqs, lambda, logs, cloudFront.Api(identities), new SecurityTokenService(identities)],
            time);
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
        if (isFirst)
        {
            Progress.Say($"{assembly.Stacks.Count} stacks, {graph.Nodes.Count()} resources");
        }

        return graph;
    }

    /// <summary>Returns once every service answers.</summary>
    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(services.Select(service => isFirst
        ? Progress.StepAsync(service.Name, () => service.StartAsync(cancellation))
        : service.StartAsync(cancellation)));

    /// <summary>From now on the requests come here.</summary>
    public void TakeOver()
    {
        foreach (var service in services)
        {
            service.TakeOver();
        }
    }

    /// <summary>Ends what is this cloud's own and no other's; see <see cref="IService.RetireAsync"/>.</summary>
    public async Task RetireAsync()
    {
        foreach (var service in services.Reverse())
        {
            await service.RetireAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Reverse())
        {
            await service.DisposeAsync();
        }
    }
}
