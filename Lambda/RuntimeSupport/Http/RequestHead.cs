namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>Writes the requests of the Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
internal sealed class RequestHead(string host)
{
    private readonly string _common = $" HTTP/1.1\r\nHost: {host}\r\nUser-Agent: lexicon-lambda-runtime\r\n";

    public void WriteNext(PooledBytes request) =>
        request.Append("GET /2018-06-01/runtime/invocation/next"u8).Append(_common).Append("\r\n"u8);

    public void WriteResponse(PooledBytes request, string requestId, int length) =>
        WriteLength(WriteInvocation(request, requestId, "/response"u8).Append("Content-Type: application/json\r\n"u8), length);

    /// <summary>The head of a response in chunks, which says beforehand that an error may follow them.</summary>
    public void WriteStreamed(PooledBytes request, string requestId) =>
        WriteInvocation(request, requestId, "/response"u8)
            .Append("Content-Type: application/vnd.awslambda.http-integration-response"u8)
            .Append("\r\nLambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"u8)
            .Append("Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n"u8);

    public void WriteError(PooledBytes request, string requestId, string errorType, int length) =>
        WriteErrorFields(WriteInvocation(request, requestId, "/error"u8), errorType, length);

    public void WriteInitError(PooledBytes request, string errorType, int length) =>
        WriteErrorFields(request.Append("POST /2018-06-01/runtime/init/error"u8).Append(_common), errorType, length);

    private PooledBytes WriteInvocation(PooledBytes request, string requestId, ReadOnlySpan<byte> operation) =>
        request.Append("POST /2018-06-01/runtime/invocation/"u8).Append(requestId).Append(operation).Append(_common);

    private static void WriteErrorFields(PooledBytes request, string errorType, int length) => WriteLength(
        request
            .Append("Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: "u8)
            .Append(errorType)
            .Append("\r\n"u8),
        length);

    private static void WriteLength(PooledBytes request, int length) =>
        request.Append("Content-Length: "u8).Append(length).Append("\r\n\r\n"u8);
}
