using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Benchmarks.Processes;

/// <summary>Amazon's DynamoDB Local in memory, with one table, and warm.</summary>
internal sealed class DynamoDbLocal : IDisposable
{
    public const string Table = "Measured";

    private const int WarmingRequests = 300;

    private readonly Process _process;

    private DynamoDbLocal(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static async Task<DynamoDbLocal> StartAsync(Workshop workshop)
    {
        var home = Path.Combine(workshop.Root, ".local", "tools", "dynamodb-local");
        var port = FreePort();
        string[] arguments =
        [
            $"-Djava.library.path={Path.Combine(home, "DynamoDBLocal_lib")}", "-Xmx512m", "-jar", Path.Combine(home, "DynamoDBLocal.jar"),
            "-inMemory", "-disableTelemetry", "-port", $"{port}",
        ];
        var process = Process.Start(new ProcessStartInfo("java", arguments)
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var started = new DynamoDbLocal(process, port);
        await started.FillAsync();
        return started;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task FillAsync()
    {
        var environment = Workshop.LambdaEnvironment;
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]),
            new AmazonDynamoDBConfig
            {
                ServiceURL = $"http://127.0.0.1:{Port}",
                AuthenticationRegion = environment["AWS_REGION"],

                // It takes some seconds until it listens.
                MaxErrorRetry = 20,
            });
        _ = await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
        });
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = "WARM" }, ["sk"] = new() { S = "1" } };
        for (var i = 0; i < WarmingRequests; i++)
        {
            _ = await client.PutItemAsync(Table, key);
            _ = await client.GetItemAsync(Table, key);
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
