namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Asks for the default root object where the viewer asks for the root
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html).
/// </summary>
internal sealed class RewriteRoot : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var path = exchange.Distribution!.Rooted(exchange.Request.Path);
        if (path != exchange.Request.Path)
        {
            exchange.Request = exchange.Request with { Path = path };
        }

        return ValueTask.CompletedTask;
    }
}
