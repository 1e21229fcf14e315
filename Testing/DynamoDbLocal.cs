using System.Diagnostics;

namespace Lexicon.Testing;

/// <summary>
/// Amazon's DynamoDB Local, in memory, as a process of its own. It keeps a database for each access key
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html).
/// </summary>
public sealed class DynamoDbLocal : IDisposable
{
    private const string Folder = ".local/tools/dynamodb-local";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private bool _isEnded;

    private DynamoDbLocal(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The same as an address.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts it and returns once it responds. It ends with this process at the latest.</summary>
    /// <param name="options">Further options of Java.</param>
    public static async Task<DynamoDbLocal> StartAsync(params string[] options)
    {
        var home = Needs.Folder(Folder, "DynamoDBLocal.jar", "DynamoDB Local", $"`make {Folder}/DynamoDBLocal.jar`");
        var java = Needs.Program("java", "`make java`");
        var port = FreePort.Find();
        string[] arguments =
        [
            .. options, $"-Djava.library.path={Path.Combine(home, "DynamoDBLocal_lib")}", "-Xmx512m",
            "-jar", Path.Combine(home, "DynamoDBLocal.jar"), "-inMemory", "-disableTelemetry", "-port", $"{port}",
        ];
        var process = Process.Start(new ProcessStartInfo(java, arguments)
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var started = new DynamoDbLocal(process, port);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => started.Dispose();

        // What it writes is read, or it would stop when the pipe is full.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await started.UntilItRespondsAsync();
        return started;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnded, true))
        {
            return;
        }

        _process.Kill();
        _process.Dispose();
    }

    private async Task UntilItRespondsAsync()
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                // A request without a signature is refused, by an engine that is there.
                using var response = await http.GetAsync(Endpoint);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && watch.Elapsed < StartTimeout)
            {
                await Task.Delay(PollInterval);
            }
            catch (HttpRequestException failure)
            {
                throw new InvalidOperationException(
                    _process.HasExited
                        ? $"DynamoDB Local ended with exit code {_process.ExitCode} before it responded."
                        : "DynamoDB Local does not respond after three minutes: run it again when the machine has less to do.",
                    failure);
            }
        }
    }
}
