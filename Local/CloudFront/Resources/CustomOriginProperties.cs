using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>CustomOriginConfig</c>.</summary>
internal sealed record CustomOriginProperties
{
    public double? OriginReadTimeout { get; init; }

    [Ignored("there is no TLS on loopback")]
    public string? OriginProtocolPolicy { get; init; }

    [Ignored("there is no TLS on loopback")]
    public IReadOnlyList<string>? OriginSSLProtocols { get; init; }

    /// <summary>The port of an origin on loopback; other origins have that of their local endpoint.</summary>
    public int? HTTPPort { get; init; }

    [Ignored("there is no TLS on loopback")]
    public int? HTTPSPort { get; init; }

    [Ignored("idle connections are kept for five seconds, CloudFront's default")]
    public int? OriginKeepaliveTimeout { get; init; }
}
