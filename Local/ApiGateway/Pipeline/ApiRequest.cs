using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>A request as it came, nothing decoded.</summary>
internal sealed record ApiRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as sent, percent signs and all.</summary>
    public required string RawPath { get; init; }

    /// <summary>What follows the question mark, as sent; empty without one.</summary>
    public required string RawQuery { get; init; }

    /// <summary>Such as <c>HTTP/1.1</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary><c>http</c>: there is no TLS locally.</summary>
    public required string Scheme { get; init; }

    /// <summary>The port that the request came to.</summary>
    public required int Port { get; init; }

    /// <summary>Where the request came from.</summary>
    public required string SourceIp { get; init; }

    /// <summary>The header fields as sent; names compare without case.</summary>
    public required IHeaderDictionary Headers { get; init; }

    /// <summary>The body; set by <see cref="ReadRequest"/>, and by <see cref="DecompressRequest"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Whether the body is no longer in the coding that <c>Content-Encoding</c> names.</summary>
    public bool IsDecompressed { get; set; }

    /// <summary>The value of the header <c>Host</c>, with the port.</summary>
    public string Host => Header("Host") ?? "";

    /// <summary>The last value of a header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    /// <summary>The bytes that count towards the limit of 10,240: the request line and all header values.</summary>
    public int HeadSize => Method.Length + RawPath.Length + RawQuery.Length + Protocol.Length
        + Headers.Sum(header => header.Value.Sum(value => value?.Length ?? 0));

    /// <summary>Everything but the body.</summary>
    public static ApiRequest From(HttpContext context)
    {
        var target = RawTarget.From(context);
        return new ApiRequest
        {
            Method = context.Request.Method,
            RawPath = target.Path,
            RawQuery = target.Query,
            Protocol = context.Request.Protocol,
            Scheme = context.Request.Scheme,
            Port = context.Connection.LocalPort,
            SourceIp = ClientAddress.From(context).ToString(),
            Headers = context.Request.Headers,
        };
    }
}
