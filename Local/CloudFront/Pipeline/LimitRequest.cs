namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Refuses a request or a URL that is too long and a GET with a body
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html, "Maximum length of a
/// request and maximum length of a URL").
/// </summary>
internal sealed class LimitRequest : IEdgeStep
{
    private const int LongestUrl = 8192;

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html: with headers and query string, without
    // the body.
    private const int LongestRequest = 20_480;

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var request = exchange.Request;
        if (request.Path.Length + request.Query.Length + request.Host.Length > LongestUrl || LengthOf(request) > LongestRequest)
        {
            exchange.Refuse(413, "Bad request.");
        }
        else if (request is { Method: "GET", Body: not null } && request.Headers.ContentLength is not 0)
        {
            exchange.Refuse(403, "Bad request.");
        }

        return ValueTask.CompletedTask;
    }

    private static int LengthOf(ViewerRequest request)
    {
        // Of each header the colon, a blank and the end of the line belong to it.
        const int AroundValue = 4;
        var length = request.Method.Length + request.Path.Length + request.Query.Length;
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                length += name.Length + (value?.Length ?? 0) + AroundValue;
            }
        }

        return length;
    }
}
