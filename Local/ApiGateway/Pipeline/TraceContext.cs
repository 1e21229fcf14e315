using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The trace of a request (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader):
/// a root that the client sent is kept, else a new one begins.
/// </summary>
internal static partial class TraceContext
{
    private const string Header = "X-Amzn-Trace-Id";

    /// <summary>What the event's header carries.</summary>
    public static string ForEvent(Exchange exchange) =>
        exchange.Request.Header(Header) is { } sent && Root().IsMatch(sent) ? sent : $"Root={exchange.Ids.TraceRoot}";

    /// <summary>
    /// What goes to the function: the trace that the client began, with the client's segment as its parent where it sent one
    /// (and a client that sent its own meant it to be sampled), else with one of API Gateway's.
    /// </summary>
    public static string ForFunction(Exchange exchange)
    {
        var sent = exchange.Request.Header(Header) ?? "";
        var root = Part(Root(), sent);

        // A stage that traces has a segment of its own in between.
        var traces = exchange.Stage!.TracingEnabled;
        var parent = root is null || traces ? null : Part(Parent(), sent);
        var sampled = Part(Sampled(), sent) ?? (traces || parent is not null ? "1" : "0");
        return $"Root={root ?? exchange.Ids.TraceRoot};Parent={parent ?? exchange.Ids.Parent};Sampled={sampled}";
    }

    /// <summary>
    /// What the answer carries: the function's trace and, as Lambda adds it to tell loops, a hash of the function and how often
    /// the trace went through it (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html).
    /// </summary>
    public static string ForAnswer(string trace, string functionArn) =>
        $"{trace};Lineage=1:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(functionArn)).AsSpan(0, 4))}:0";

    private static string? Part(Regex part, string header) => part.Match(header) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Parent();

    [GeneratedRegex(@"(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex(@"(?:^|;)\s*Sampled=([01])", RegexOptions.IgnoreCase)]
    private static partial Regex Sampled();
}
