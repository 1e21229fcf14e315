using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Hosting;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>The service over a data folder, with the endpoint before it.</summary>
internal sealed class RunningDynamoDb : IAsyncDisposable
{
    private readonly ChildProcesses _processes;
    private readonly IamService _iam;
    private readonly TestServer _server;

    private RunningDynamoDb(
        ChildProcesses processes, Identities identities, DynamoDbService service, IReadOnlyList<ProvisionedResource> tables,
        TestServer server)
    {
        _processes = processes;
        _server = server;
        _iam = new IamService(identities);
        Identities = identities;
        Service = service;
        Tables = tables;
        Root = Client(new BasicAWSCredentials("local", "local"));
    }

    public Identities Identities { get; }

    public DynamoDbService Service { get; }

    public Uri Address => _server.Address;

    public IReadOnlyList<ProvisionedResource> Tables { get; }

    /// <summary>A client of the person at this machine.</summary>
    public IAmazonDynamoDB Root { get; }

    /// <summary>Starts the service with tables of the given properties, each an <c>AWS::DynamoDB::GlobalTable</c>.</summary>
    public static async Task<RunningDynamoDb> StartAsync(string data, params string[] tables)
    {
        var settings = Settings(data);
        var processes = new ChildProcesses(settings);
        var identities = new Identities(TimeProvider.System);
        var service = new DynamoDbService(settings, processes, identities);
        List<ProvisionedResource> provisioned = [];
        try
        {
            service.Begin();
            provisioned.AddRange(tables.Select(table => service.ResourceTypes.Provision(
                "AWS::DynamoDB::GlobalTable", "Table", table, "Stack")));
            await service.StartAsync(default);
        }
        catch
        {
            await service.DisposeAsync();
            await processes.DisposeAsync();
            throw;
        }

        var endpoint = new AwsEndpoint(identities, [service, new SecurityTokenService(identities)], TimeProvider.System);
        return new RunningDynamoDb(processes, identities, service, provisioned, await TestServer.StartAsync(endpoint));
    }

    /// <summary>The settings of a runner with this data folder.</summary>
    public static Settings Settings(string data) =>
        TestSettings.In(data) with { Tools = Repository.File(".local", "tools") };

    /// <summary>A client of a new role with one statement allowed.</summary>
    public IAmazonDynamoDB ClientOfRole(string name, params string[] statements)
    {
        var role = _iam.ResourceTypes.Provision("AWS::IAM::Role", name, $$"""
            {
              "RoleName": "{{name}}",
              "AssumeRolePolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [ { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ]
              },
              "Policies": [
                { "PolicyName": "Test", "PolicyDocument": { "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] } }
              ]
            }
            """, "Stack");
        var session = Identities.Assume(role.Attributes["Arn"], "session");
        return Client(new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, session.SessionToken));
    }

    /// <summary>A client with these credentials, which tries nothing twice.</summary>
    public IAmazonDynamoDB Client(AWSCredentials credentials) => new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig
    {
        ServiceURL = _server.Address.AbsoluteUri,
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
    });

    public async ValueTask DisposeAsync()
    {
        Root.Dispose();
        await _server.DisposeAsync();
        await Service.DisposeAsync();
        await _processes.DisposeAsync();
    }
}
