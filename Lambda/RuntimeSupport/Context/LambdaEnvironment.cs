using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// What the environment says of the function
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime).
/// </summary>
internal sealed class LambdaEnvironment(Func<string, string?> variable)
{
    public string FunctionName { get; } = variable("AWS_LAMBDA_FUNCTION_NAME") ?? "";

    public string FunctionVersion { get; } = variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "";

    public string LogGroupName { get; } = variable("AWS_LAMBDA_LOG_GROUP_NAME") ?? "";

    public string LogStreamName { get; } = variable("AWS_LAMBDA_LOG_STREAM_NAME") ?? "";

    public int MemoryLimitInMB { get; } =
        int.TryParse(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var size) ? size : 0;
}
