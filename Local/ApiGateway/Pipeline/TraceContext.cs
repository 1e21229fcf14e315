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
    public static string ForEvent(Exchange exchange)
        => exchange.Request.Header(Header) is { } sent && Root().IsMatch(sent) ? sent : $"Root={exchange.Ids.TraceRoot}";

    /// <summary>What goes to the function.</summary>
    public static string ForFunction(Exchange exchange)
    {
        var sent = exchange.Request.Header(Header) ?? "";
        var root = Root().Match(sent) is { Success: true } match ? match.Groups[1].Value : exchange.Ids.TraceRoot;
        var sampled = Sampled().Match(sent) is { Success: true } decided
            ? decided.Groups[1].Value
            : exchange.Stage!.TracingEnabled ? "1" : "0";
        return $"Root={root};Parent={exchange.Ids.Parent};Sampled={sampled}";
    }

    [GeneratedRegex(@"(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex(@"(?:^|;)\s*Sampled=([01])", RegexOptions.IgnoreCase)]
    private static partial Regex Sampled();
}
