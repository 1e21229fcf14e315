using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The trace of a request (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader):
/// a root that the client sent is kept, else a new one begins.
/// </summary>
internal static class TraceContext
{
    /// <summary>What the event's header carries.</summary>
    public static string ForEvent(Exchange exchange) =>
        exchange.Request.Header(TraceHeader.Name) is { } sent && TraceHeader.IsRoot(TraceHeader.Parse(sent).Root)
            ? sent
            : $"Root={exchange.Ids.TraceRoot}";

    /// <summary>
    /// What goes to the function: the trace that the client began, with the client's segment as its parent where it sent one
    /// (and a client that sent its own meant it to be sampled), else with one of API Gateway's.
    /// </summary>
    public static TraceHeader ForFunction(Exchange exchange)
    {
        var (root, parent, sampled) = TraceHeader.Parse(exchange.Request.Header(TraceHeader.Name));

        // A stage that traces has a segment of its own in between.
        var traces = exchange.Stage!.TracingEnabled;
        var (keepsRoot, keepsParent) = (TraceHeader.IsRoot(root), !traces && TraceHeader.IsRoot(root) && TraceHeader.IsSegment(parent));
        return new(
            keepsRoot ? root! : exchange.Ids.TraceRoot,
            keepsParent ? parent! : exchange.Ids.Parent,
            sampled ?? (traces || keepsParent));
    }

    /// <summary>
    /// What the response carries: the function's trace and, as Lambda adds it to find loops, a hash of the function and how often
    /// the trace went through it (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
    /// </summary>
    public static string ForResponse(string trace, string functionArn) =>
        $"{trace};Lineage=1:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(functionArn)).AsSpan(0, 4))}:0";
}
