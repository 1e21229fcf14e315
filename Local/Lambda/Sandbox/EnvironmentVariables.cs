using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The variables of a function's process (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). Nothing
/// of the runner's own environment goes in but what a program needs to be found and to start.
/// </summary>
internal static class EnvironmentVariables
{
    private const string XRayHost = "127.0.0.1";
    private const string XRayPort = "2000";

    /// <summary>Keys that a function's configuration cannot set.</summary>
    public static FrozenSet<string> Reserved { get; } =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    /// <summary>
    /// The most bytes that a function's own variables may take
    /// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
    /// </summary>
    public const int LargestSize = 4 * 1024;

    /// <summary>How many bytes a function's own variables take: Lambda measures them as the text of a JSON object.</summary>
    public static int Measure(IReadOnlyDictionary<string, string> variables) =>
        JsonSerializer.SerializeToUtf8Bytes(variables, AwsJson.Options).Length;

    /// <summary>The whole environment of the process.</summary>
    /// <param name="version">What runs.</param>
    /// <param name="stream">The log stream of the execution environment.</param>
    /// <param name="sandbox">Where the process runs.</param>
    /// <param name="runtimeApi">Host and port of the Runtime API.</param>
    /// <param name="credentials">Of the execution role.</param>
    /// <param name="endpoint">Where the local services are; on AWS the SDK knows by itself.</param>
    /// <param name="initializationType">Why it starts, one of <see cref="InitializationTypes"/>.</param>
    public static Dictionary<string, string> Create(
        FunctionVersion version,
        string stream,
        ISandbox sandbox,
        string runtimeApi,
        Credentials credentials,
        Uri endpoint,
        string initializationType)
    {
        var function = version.Configuration;
        var variables = new Dictionary<string, string>
        {
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["PATH"] = sandbox.SearchPath,

            // The home of Lambda's user, which is there no more than on AWS: without it a program would look up the home of
            // whoever runs the runner, and an SDK would read the profiles there.
            ["HOME"] = "/home/sbx_user1051",
            ["LD_LIBRARY_PATH"] = $"{sandbox.TaskRoot}:{sandbox.TaskRoot}/lib",
            ["AWS_XRAY_CONTEXT_MISSING"] = "LOG_ERROR",

            // A link-local address on AWS. Segments go by UDP, so that nobody notices when there is no daemon, and none leaves
            // this machine.
            ["AWS_XRAY_DAEMON_ADDRESS"] = $"{XRayHost}:{XRayPort}",
            ["_AWS_XRAY_DAEMON_ADDRESS"] = XRayHost,
            ["_AWS_XRAY_DAEMON_PORT"] = XRayPort,
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
        };
        foreach (var (name, value) in function.Environment)
        {
            variables[name] = value;
        }

        variables["_HANDLER"] = function.Handler;
        variables["AWS_REGION"] = Account.Region;
        variables["AWS_DEFAULT_REGION"] = Account.Region;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = version.Version;
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_INITIALIZATION_TYPE"] = initializationType;
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = function.Logging.Group;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = stream;
        variables["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        variables["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey;
        variables["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        variables["LAMBDA_TASK_ROOT"] = sandbox.TaskRoot;

        // /var/runtime on AWS; locally the runtime brings no files of its own.
        variables["LAMBDA_RUNTIME_DIR"] = sandbox.TaskRoot;
        AddRuntimeVariables(function, variables);
        AddHostVariables(sandbox.HostVariables, variables);
        return variables;
    }

    private static void AddRuntimeVariables(FunctionConfiguration function, Dictionary<string, string> variables)
    {
        // OS-only runtimes have neither; those of .NET name themselves as their release does.
        if (function.IsManaged)
        {
            variables["LAMBDA_RUNTIME_NAME"] = function.Runtime;
            variables["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}";
        }

        // Runtimes format and filter by these; they are there with the JSON format alone.
        if (function.Logging.Json)
        {
            variables["AWS_LAMBDA_LOG_FORMAT"] = "JSON";
            variables["AWS_LAMBDA_LOG_LEVEL"] = function.Logging.ApplicationLevel.ToString().ToUpperInvariant();
        }
    }

    private static void AddHostVariables(IReadOnlyList<string> names, Dictionary<string, string> variables)
    {
        // An executable of .NET finds an installation outside the usual place by this alone; Windows programs do not
        // start without the others.
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables.TryAdd(name, value);
            }
        }
    }
}
