using Lexicon.Local.ApiGateway;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Cognito;
using Lexicon.Local.Debugging;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.OnAws;
using Lexicon.Local.S3;
using Lexicon.Local.SecretsManager;
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
    private readonly CloudAssembly _assembly;
    private readonly IReadOnlyList<IService> _services;
    private readonly Identities _identities;
    private readonly LogsService _logs;
    private readonly DynamoDbService _dynamoDb;
    private readonly S3Service _s3;
    private readonly CognitoService _cognito;
    private readonly SqsService _sqs;
    private readonly DebuggedFunction _debugged;
    private readonly LambdaService _lambda;
    private readonly ConsolePage _console;
    private readonly bool _isFirst;

    /// <summary>Wires the services; starts nothing and writes nothing.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="assembly">What is provisioned.</param>
    /// <param name="endpoints">Where everything answers.</param>
    /// <param name="processes">Starts processes.</param>
    /// <param name="before">The cloud that runs now, where there is one.</param>
    public Cloud(Settings settings, CloudAssembly assembly, Endpoints endpoints, IChildProcesses processes, Cloud? before = null)
    {
        _assembly = assembly;
        _isFirst = before is null;
        var time = TimeProvider.System;
        _identities = new Identities(time, before?._identities);
        var iam = new IamService(_identities);
        _logs = new LogsService(settings, _identities, time, before?._logs);
        _dynamoDb = new DynamoDbService(settings, processes, _identities, before?._dynamoDb);
        _s3 = new S3Service(settings, assembly.Assets, _identities, _identities, time, before?._s3);
        _cognito = new CognitoService(settings, endpoints, processes, _identities, time, before?._cognito);
        _sqs = new SqsService(settings, endpoints, _identities, time, before?._sqs);
        _debugged = before?._debugged ?? new DebuggedFunction(settings, time, Progress.Say);
        _lambda = new LambdaService(
            settings, endpoints, assembly.Assets, _identities, processes, _logs, _sqs, time, _debugged, Progress.Warn, before?._lambda);
        var firewall = new WafService(time);
        var secrets = new SecretsManagerService(settings, _identities, time);
        var apiGateway = new ApiGatewayService(_lambda, _cognito, _identities, firewall, _logs, time);
        var cloudFront = new CloudFrontService(
            endpoints, _s3, firewall, time, _debugged.CallerClock, new OriginMap(settings.Origins));

        _services = [iam, secrets, _logs, _dynamoDb, _cognito, _s3, _sqs, _lambda, firewall, apiGateway, cloudFront];
        ResourceTypes = new ResourceTypes(
            [.. _services.SelectMany(service => service.ResourceTypes), .. OnAwsTypes.All, new CdkMetadata()]);
        _console = new ConsolePage(endpoints, _logs);
        Aws = new AwsEndpoint(
            _identities,
            [_dynamoDb, _s3, _cognito, _sqs, _lambda, _logs, secrets, cloudFront.Api(_identities), new SecurityTokenService(_identities)],
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
    public IHttpEndpoint Console => _console;

    /// <summary>What the ready message says of the services.</summary>
    public IEnumerable<(string Name, string Value)> ReadyRows => _services.SelectMany(service => service.ReadyRows);

    /// <summary>
    /// Begins what takes long, such as the database, so that it goes on beside everything else; but nothing that no template needs.
    /// </summary>
    public void Begin()
    {
        var used = _assembly.Stacks.SelectMany(stack => stack.Resources).Select(
            resource => resource.Value?["Type"]?.ToString()).ToHashSet();
        foreach (var service in _services.Where(service => service.ResourceTypes.Any(type => used.Contains(type.Name))))
        {
            service.Begin();
        }
    }

    /// <summary>Provisions every resource of every stack.</summary>
    public ResourceGraph Provision()
    {
        var graph = new ResourceGraph(_assembly, ResourceTypes);
        graph.ProvisionAll();
        _console.Show(graph);
        if (_isFirst)
        {
            Progress.Say($"{_assembly.Stacks.Count} stacks, {graph.Nodes.Count()} resources");
        }

        return graph;
    }

    /// <summary>Returns once every service answers.</summary>
    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(_services.Select(service => _isFirst
        ? Progress.StepAsync(service.Name, () => service.StartAsync(cancellation))
        : service.StartAsync(cancellation)));

    /// <summary>From now on the requests come here.</summary>
    public void TakeOver()
    {
        foreach (var service in _services)
        {
            service.TakeOver();
        }
    }

    /// <summary>Ends what is this cloud's own and no other's; see <see cref="IService.RetireAsync"/>.</summary>
    public async Task RetireAsync()
    {
        foreach (var service in _services.Reverse())
        {
            await service.RetireAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Reverse())
        {
            await service.DisposeAsync();
        }
    }
}
