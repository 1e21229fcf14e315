using Amazon.Lambda.Core;

namespace Lexicon.Lambda.Tests.Support;

/// <summary>A context with nothing but a request id.</summary>
internal sealed class TestContext : ILambdaContext
{
    public string AwsRequestId => "id";

    public IClientContext? ClientContext => null;

    public string FunctionName => "";

    public string FunctionVersion => "";

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => "";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 0;

    public TimeSpan RemainingTime => TimeSpan.Zero;
}
