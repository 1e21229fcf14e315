using System.Text;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.WebSockets.Management;

/// <summary>
/// The errors of the management API
/// (https://docs.aws.amazon.com/apigatewaymanagementapi/latest/reference/connections-connectionid.html).
/// </summary>
internal static class ManagementErrors
{
    private const int ShownDigits = 4;

    /// <summary>The connection is not there, or not any more; AWS sends no body.</summary>
    public static AwsError Gone { get; } = new(410, "GoneException", "");

    /// <summary>The message has more than 128 KB.</summary>
    public static AwsError TooLarge { get; } = new(413, "PayloadTooLargeException", "Message too long");

    /// <summary>There is no such API or stage.</summary>
    public static AwsError Forbidden { get; } = new(403, "ForbiddenException", "Forbidden");

    /// <summary>There is no such method.</summary>
    public static AwsError NoMethod { get; } = new(403, "MissingAuthenticationTokenException", "Missing Authentication Token");

    /// <summary>The id does not have the form of one.</summary>
    public static AwsError InvalidId(string id) => new(400, "BadRequestException", $"Invalid connectionId: {id}");

    /// <summary>IAM's sentence, in which API Gateway names the resource with less of the account and without the connection.</summary>
    public static AwsError Denied(string message, string resource, string apiId, string stageName, string method)
    {
        var masked = new string('*', Account.Id.Length - ShownDigits) + Account.Id[^ShownDigits..];
        var shown = $"arn:aws:execute-api:{Account.Region}:{masked}:{apiId}/{stageName}/{method}/@connections/{{connectionId}}";
        return new(403, "AccessDeniedException", message.Replace(resource, shown, StringComparison.Ordinal));
    }

    /// <summary>Writes an error; that of a denial has a capital letter in its member, as everywhere in API Gateway.</summary>
    public static async Task WriteAsync(HttpContext context, AwsError error)
    {
        var member = error.Code == "AccessDeniedException" ? "Message" : "message";
        var body = error.Message.Length == 0 ? "" : $"{{\"{member}\":{AwsJson.Quote(error.Message)}}}";
        var response = context.Response;
        response.StatusCode = error.Status;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = error.Code;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        response.ContentLength = Encoding.UTF8.GetByteCount(body);
        await response.WriteAsync(body, context.RequestAborted);
    }
}
