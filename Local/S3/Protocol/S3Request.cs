using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Protocol;

/// <summary>A request to S3, however it came: over HTTP or from CloudFront in this process.</summary>
internal sealed record S3Request
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The bucket named by host or path; null for the service itself.</summary>
    public string? Bucket { get; init; }

    /// <summary>The key, decoded; null for the bucket itself.</summary>
    public string? Key { get; init; }

    /// <summary>The query parameters.</summary>
    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>The request headers.</summary>
    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    /// <summary>The body.</summary>
    public Stream Body { get; init; } = Stream.Null;

    /// <summary>The headers behind the body, complete once that was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it came over HTTP and does not say how long its body is.</summary>
    public bool LacksLength { get; init; }

    /// <summary>The id of the request, which its response has, too.</summary>
    public string Id { get; init; } = "";

    /// <summary>The second id of the request, which its response has, too.</summary>
    public string HostId { get; init; } = "";

    /// <summary>The address that it came from; null where it came from a service in this process.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Condition keys that come with the caller, such as <c>aws:SourceArn</c> when a service calls.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; }
        = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What is wrong with the request already, if its address cannot be read.</summary>
    public S3Exception? Fault { get; init; }

    /// <summary>Ends when the client goes away.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The first value of a header; null when it is absent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>The first value of a query parameter; null when it is absent.</summary>
    public string? Parameter(string name) => Query.TryGetValue(name, out var values) ? values[0] ?? "" : null;
}
