using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Http;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation, from the headers of <c>next</c> and the environment.</summary>
internal sealed class LambdaContext(ResponseHead head, LambdaEnvironment environment, ILambdaLogger logger, TimeProvider time)
    : ILambdaContext
{
    private readonly long _deadline = long.TryParse(head.DeadlineMs, CultureInfo.InvariantCulture, out var deadline) ? deadline : 0;
    private readonly Lazy<IClientContext> _clientContext = new(() => ClientContextReader.Read(head.ClientContext));
    private readonly Lazy<ICognitoIdentity> _identity = new(() => CognitoIdentityReader.Read(head.CognitoIdentity));

    public string AwsRequestId => head.RequestId!;

    public IClientContext ClientContext => _clientContext.Value;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity.Value;

    public string InvokedFunctionArn => head.InvokedFunctionArn ?? "";

    public ILambdaLogger Logger => logger;

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public ILambdaSerializer? Serializer { get; set; }

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(_deadline) - time.GetUtcNow();
}
