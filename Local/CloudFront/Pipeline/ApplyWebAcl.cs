namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Shows the request to the web ACL, before the cache and whatever else
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html).
/// </summary>
internal sealed class ApplyWebAcl : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var request = exchange.Request;
        if (exchange.Distribution!.WebAcl?.Allows(new(request.Address.ToString(), name => Header(request, name))) == false)
        {
            exchange.Refuse(403, "Request blocked.");
        }

        return ValueTask.CompletedTask;
    }

    private static string? Header(ViewerRequest request, string name) =>
        request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
