using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Http;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Lexicon.Lambda.Tests.Support;

/// <summary>The client side of a function, with an environment, a log and a clock of its own.</summary>
internal sealed class TestFunction : IDisposable
{
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["AWS_LAMBDA_FUNCTION_NAME"] = "list",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "7",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/list",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2023/11/14/[7]abc",
    };

    private readonly MemoryStream _log = new();

    public TestFunction(string address)
    {
        var log = new FunctionLog(new(LogFormat.Text, LogLevel.Information), _log, Time);
        var contexts = new InvocationContexts(new(Environment.GetValueOrDefault), log, Time, Traces.Add);
        Connection = new(RuntimeApiAddress.Parse(address).Connect, Time);
        Client = new(address, Connection, contexts);
    }

    /// <summary>Where its clock stands: 2023-11-14T22:13:20Z.</summary>
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    public TestClock Time { get; } = new(Now) { SkipsWaits = true };

    public RuntimeApiConnection Connection { get; }

    public RuntimeApiClient Client { get; }

    /// <summary>The values that <c>_X_AMZN_TRACE_ID</c> would have had.</summary>
    public List<string?> Traces { get; } = [];

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public void Dispose()
    {
        Client.Dispose();
        _log.Dispose();
    }
}
