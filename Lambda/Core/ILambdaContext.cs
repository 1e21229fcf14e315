#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.Core;

/// <summary>
/// One invocation and the function that it runs in
/// (https://docs.aws.amazon.com/lambda/latest/dg/csharp-context.html).
/// </summary>
public interface ILambdaContext
{
    /// <summary>The id of this invocation; retries of one asynchronous event share it.</summary>
    string AwsRequestId { get; }

    /// <summary>What the caller said of itself; its members are null when it said nothing.</summary>
    IClientContext ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The version that runs: <c>$LATEST</c> or a number.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity of the caller; its members are null when there is none.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN that the caller used: of the function, a version or an alias.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>The function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The function's log group.</summary>
    string LogGroupName { get; }

    /// <summary>The log stream of this execution environment.</summary>
    string LogStreamName { get; }

    /// <summary>The function's memory in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>The serializer that the function was registered with; null for a handler that has none.</summary>
    ILambdaSerializer Serializer => null;

    /// <summary>The time until Lambda ends this invocation; negative once it is over.</summary>
    TimeSpan RemainingTime { get; }
}
