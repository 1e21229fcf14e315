namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>A step of the way of a request through the edge.</summary>
internal interface IEdgeStep
{
    /// <summary>Does the step.</summary>
    ValueTask RunAsync(EdgeExchange exchange);
}
