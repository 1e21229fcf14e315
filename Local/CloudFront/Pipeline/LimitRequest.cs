namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Refuses a URL that is too long and a GET with a body
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html).
/// </summary>
internal sealed class LimitRequest : IEdgeStep
{
    private const int LongestUrl = 8192;

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var request = exchange.Request;
        if (request.Path.Length + request.Query.Length + request.Host.Length > LongestUrl)
        {
            exchange.Refuse(413, "Bad request.");
        }
        else if (request is { Method: "GET", Body: not null } && request.Headers.ContentLength is not 0)
        {
            exchange.Refuse(403, "Bad request.");
        }

        return ValueTask.CompletedTask;
    }
}
