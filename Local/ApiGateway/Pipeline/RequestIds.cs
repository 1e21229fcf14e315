using System.Buffers.Text;
using System.Security.Cryptography;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>The ids of one request.</summary>
/// <param name="RequestId">A UUID: <c>x-amzn-RequestId</c>.</param>
/// <param name="ExtendedRequestId">Fifteen characters of base64url and an equals sign: <c>x-amz-apigw-id</c>.</param>
/// <param name="TraceRoot">The root of the trace: <c>1-</c>, the time and 24 random digits.</param>
/// <param name="Parent">The segment of API Gateway in the trace.</param>
internal sealed record RequestIds(string RequestId, string ExtendedRequestId, string TraceRoot, string Parent)
{
    /// <summary>New ids.</summary>
    public static RequestIds Create(DateTimeOffset time) => new(
        Guid.NewGuid().ToString(),
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(11)) + "=",
        Spans.CurrentRoot ?? TraceHeader.NewRoot(time),
        TraceHeader.NewSegment());
}
