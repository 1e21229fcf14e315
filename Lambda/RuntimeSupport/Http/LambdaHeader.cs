using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>The headers of an invocation (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next).</summary>
internal static class LambdaHeader
{
    public static ReadOnlySpan<byte> Prefix => "Lambda-Runtime-"u8;

    public static void Set(ResponseHead head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (Is(name, "Aws-Request-Id"u8))
        {
            head.RequestId = Text(value);
        }
        else if (Is(name, "Deadline-Ms"u8))
        {
            head.DeadlineMs = Text(value);
        }
        else if (Is(name, "Invoked-Function-Arn"u8))
        {
            head.InvokedFunctionArn = Text(value);
        }
        else if (Is(name, "Trace-Id"u8))
        {
            head.TraceId = Text(value);
        }
        else if (Is(name, "Client-Context"u8))
        {
            head.ClientContext = Text(value);
        }
        else if (Is(name, "Cognito-Identity"u8))
        {
            head.CognitoIdentity = Text(value);
        }
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);

    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);
}
