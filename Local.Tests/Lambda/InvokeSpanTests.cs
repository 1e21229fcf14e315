using System.Text;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Pipeline;

namespace Lexicon.Local.Tests.Lambda;

public sealed class InvokeSpanTests : IDisposable
{
    private readonly SpanListener _spans = new();

    public void Dispose() => _spans.Dispose();

    [Theory]
    [InlineData(
        """{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 1 Error: Task timed out after 2.00 seconds"}""",
        "The function failed (Unhandled): Sandbox.Timedout: RequestId: 1 Error: Task timed out after 2.00 seconds.")]
    [InlineData("{}", "The function failed (Unhandled).")]
    [InlineData("no JSON", "The function failed (Unhandled).")]
    [InlineData("[1]", "The function failed (Unhandled).")]
    public void FunctionThatFails_IsExplainedByWhatItReported(string payload, string explained)
    {
        using var span = InvokeSpan.Begin(new InvokeRequest("function", ReadOnlyMemory<byte>.Empty));

        InvokeSpan.Describe(
            span, new InvokeResponse { RequestId = "1", FunctionError = "Unhandled", Payload = Encoding.UTF8.GetBytes(payload) });

        Assert.Equal(explained, span!.StatusDescription);
    }
}
