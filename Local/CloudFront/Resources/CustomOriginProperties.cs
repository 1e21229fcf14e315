using Lexicon.Local.Assembly;

namespace Lexicon.Local.CloudFront;

/// <summary><c>CustomOriginConfig</c>.</summary>
internal sealed record CustomOriginProperties
{
    public double? OriginReadTimeout { get; init; }

    [Ignored("there is no TLS on loopback")]
    public string? OriginProtocolPolicy { get; init; }

    [Ignored("there is no TLS on loopback")]
    public IReadOnlyList<string>? OriginSSLProtocols { get; init; }

    [Ignored("the origin's port is its local endpoint's")]
    public int? HTTPPort { get; init; }

    [Ignored("the origin's port is its local endpoint's")]
    public int? HTTPSPort { get; init; }

    [Ignored("idle connections are kept for five seconds, CloudFront's default")]
    public int? OriginKeepaliveTimeout { get; init; }
}
