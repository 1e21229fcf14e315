using Amazon.Lambda.Core;

namespace Lexicon.Functions.Tests.Support;

/// <summary>An invocation that has so much time left, and what it logs.</summary>
internal sealed class TestContext(TimeSpan remaining) : ILambdaContext, ILambdaLogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public string AwsRequestId => "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    public IClientContext ClientContext => null!;

    public string FunctionName => "function";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:123456789012:function:function";

    public ILambdaLogger Logger => this;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => remaining;

    public void Log(string message) => _lines.Add(message);

    public void LogLine(string message) => _lines.Add(message);
}
