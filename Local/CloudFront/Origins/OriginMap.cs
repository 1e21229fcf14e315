using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront.Resources;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>Where the custom origins are on this machine: what <c>--origin</c> names, else a loopback name on its own port.</summary>
internal sealed class OriginMap(IReadOnlyDictionary<string, Uri> mapped)
{
    private const int DefaultPort = 80;

    /// <summary>Only loopback names.</summary>
    public static OriginMap Empty { get; } = new(new Dictionary<string, Uri>());

    /// <summary>The address of an origin; null: it is not on this machine.</summary>
    public Uri? AddressOf(DistributionProperties.Origin origin) =>
        mapped.TryGetValue(origin.DomainName, out var address) ? address
        : BrowserGuard.IsThisMachine(origin.DomainName)
            ? new UriBuilder("http", origin.DomainName, origin.CustomOriginConfig?.HTTPPort ?? DefaultPort).Uri
            : null;
}
