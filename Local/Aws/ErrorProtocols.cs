using System.Security;
using System.Text;
using System.Text.Json;
using Lexicon.Local.Aws.Api;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Aws;

/// <summary>Finds the protocol of a request and writes errors in it.</summary>
internal static class ErrorProtocols
{
    private const string CloudFrontNamespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    /// <summary>The protocol that a request speaks.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The service of its signature, when it has one.</param>
    public static ErrorProtocol Find(HttpRequest request, string? service) =>
        service == "s3" ? ErrorProtocol.S3
        : service == "cloudfront" ? ErrorProtocol.RestXml
        : request.Headers.ContainsKey("x-amz-target") ? ErrorProtocol.Json
        : request.HasFormContentType || request.Query.ContainsKey("Action") ? ErrorProtocol.Query
        : ErrorProtocol.RestJson;

    /// <summary>Writes an error and ends the response.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="protocol">The form of the error.</param>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The id of the request, if it has one already.</param>
    /// <param name="contentType">The type of JSON that the service returns; otherwise it is that of the request.</param>
    public static async Task WriteAsync(
        this HttpContext context, ErrorProtocol protocol, AwsError error, string? requestId = null, string? contentType = null)
    {
        AwsCallSpan.Refuse(error.Code, error.Message);
        var id = requestId ?? Guid.NewGuid().ToString();
        var response = context.Response;
        response.StatusCode = error.Status;
        response.Headers[protocol == ErrorProtocol.S3 ? "x-amz-request-id" : "x-amzn-RequestId"] = id;
        var (type, body) = protocol switch
        {
            ErrorProtocol.Json => (
                contentType ?? context.Request.ContentType ?? "application/x-amz-json-1.0",
                Json(("__type", TypeOf(error)), ("message", error.Message))),
            ErrorProtocol.RestJson => ("application/json", Json(("message", error.Message))),
            ErrorProtocol.Query when QueryJson.IsWanted(context.Request) => (QueryJson.ContentType, QueryJson.Error(error, id)),
            ErrorProtocol.Query or ErrorProtocol.RestXml => ("text/xml", QueryDocument(error, id, protocol)),
            _ => ("application/xml", S3Document(error, id)),
        };
        if (protocol == ErrorProtocol.RestJson)
        {
            response.Headers["x-amzn-ErrorType"] = error.Code;
        }

        foreach (var (name, value) in error.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentType = type;
        response.ContentLength = Encoding.UTF8.GetByteCount(body);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.WriteAsync(body, context.RequestAborted);
        }
    }

    private static string TypeOf(AwsError error) => error.Namespace.Length == 0 ? error.Code : $"{error.Namespace}#{error.Code}";

    private static string Json(params ReadOnlySpan<(string Name, string Value)> members)
    {
        var document = new Dictionary<string, string>();
        foreach (var (name, value) in members)
        {
            document[name] = value;
        }

        return JsonSerializer.Serialize(document, AwsJson.Options);
    }

    private static string QueryDocument(AwsError error, string id, ErrorProtocol protocol) =>
        $"""
        <ErrorResponse{Namespace(protocol == ErrorProtocol.RestXml ? CloudFrontNamespace : error.XmlNamespace)}>
          <Error>
            <Type>{(error.Status < 500 ? "Sender" : "Receiver")}</Type>
            <Code>{error.Code}</Code>
            <Message>{SecurityElement.Escape(error.Message)}</Message>{Details(error)}
          </Error>
          <RequestId>{id}</RequestId>
        </ErrorResponse>

        """;

    private static string Details(AwsError error) => string.Concat(error.Details.Select(static detail =>
        $"<{detail.Name}>{SecurityElement.Escape(detail.Value)}</{detail.Name}>"));

    private static string Namespace(string name) => name.Length == 0 ? "" : $" xmlns=\"{name}\"";

    private static string S3Document(AwsError error, string id) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{error.Code}</Code>"
        + $"<Message>{SecurityElement.Escape(error.Message)}</Message>{Details(error)}<RequestId>{id}</RequestId></Error>";
}
