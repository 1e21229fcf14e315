using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// Amazon's DynamoDB Local in memory, one process for the whole run, started by the first test that asks for it. It keeps a database
/// for each access key, and every test class has a key of its own that nobody can guess.
/// </summary>
internal static class DynamoDbLocal
{
    private const string Folder = ".local/tools/dynamodb-local";

    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);

    public static Task<Uri> EndpointAsync() => Started.Value;

    public static BasicAWSCredentials NewCredentials() => new(Guid.NewGuid().ToString("N"), "secret");

    private static async Task<Uri> StartAsync()
    {
        var home = Needs.Folder(Folder, "DynamoDBLocal.jar", "DynamoDB Local", $"`make {Folder}/DynamoDBLocal.jar`");
        var java = Needs.Program("java", "`make java`");
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo(java)
        {
            ArgumentList =
            {
                // It lives for seconds: what a long life would pay back is not worth its start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                $"-Djava.library.path={Path.Combine(home, "DynamoDBLocal_lib")}",
                "-Xmx512m",
                "-jar",
                Path.Combine(home, "DynamoDBLocal.jar"),
                "-inMemory",
                "-disableTelemetry",
                "-port",
                $"{port}",
            },
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var endpoint = new Uri($"http://127.0.0.1:{port}");
        await AnswersAsync(endpoint, process);
        return endpoint;
    }

    private static async Task AnswersAsync(Uri endpoint, Process process)
    {
        using var client = new AmazonDynamoDBClient(
            NewCredentials(), new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), MaxErrorRetry = 0 });
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await client.ListTablesAsync();
                return;
            }
            catch (Exception) when (!process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(3))
            {
                await Task.Delay(100);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    process.HasExited
                        ? $"DynamoDB Local ended with {process.ExitCode} instead of answering."
                        : "DynamoDB Local does not answer after three minutes: run it again when the machine has less to do.",
                    failure);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
