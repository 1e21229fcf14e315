namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Asks for the default root object where the viewer asks for the root
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html).
/// </summary>
internal sealed class RewriteRoot : IEdgeStep
{
    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var root = exchange.Distribution!.DefaultRootObject;
        if (exchange.Request.Path == "/" && root.Length > 0)
        {
            exchange.Request = exchange.Request with { Path = $"/{root.TrimStart('/')}" };
        }

        return ValueTask.CompletedTask;
    }
}
