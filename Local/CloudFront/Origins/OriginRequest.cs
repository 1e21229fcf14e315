using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>A request as the origin gets it.</summary>
internal sealed record OriginRequest
{
    public required string Method { get; init; }

    /// <summary>The path as the viewer encoded it, behind the origin path.</summary>
    public required string Path { get; init; }

    /// <summary>Empty, or with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>All headers, <c>Host</c> among them.</summary>
    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    /// <summary>Null when there is no body.</summary>
    public Stream? Body { get; init; }

    /// <summary>How long the origin may take to respond.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
