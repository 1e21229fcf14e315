using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Origins;

namespace Lexicon.Local.CloudFront;

/// <summary>The distributions of the templates, in their order.</summary>
internal sealed class Distributions : IDisposable
{
    private readonly List<Distribution> _all = [];

    /// <summary>Every distribution.</summary>
    public IReadOnlyList<Distribution> All => _all;

    /// <summary>The first, which also serves every name of this machine that is no other's; null: there is none.</summary>
    public Distribution? Default => _all is [var first, ..] ? first : null;

    private IEnumerable<IOriginTransport> Transports =>
        _all.SelectMany(distribution => distribution.Origins).Select(origin => origin.Transport);

    /// <summary>The distribution with this id, or null.</summary>
    public Distribution? Find(string id) => _all.Find(one => one.Id == id);

    /// <summary>The distribution with this host name, or null.</summary>
    public Distribution? FindByHost(string host) => _all.Find(one => one.HasHost(host));

    /// <summary>Adds a distribution, which ends with this.</summary>
    public void Add(Distribution distribution) => _all.Add(distribution);

    /// <summary>Checks that there is every bucket that is an origin, once everything is provisioned.</summary>
    /// <exception cref="StartupException">There is not.</exception>
    public void CheckBuckets()
    {
        foreach (var distribution in _all)
        {
            CheckBuckets(distribution);
        }
    }

    /// <summary>The same of one distribution.</summary>
    /// <exception cref="StartupException">There is not.</exception>
    public static void CheckBuckets(Distribution distribution)
    {
        foreach (var bucket in distribution.Origins.Select(origin => origin.Transport).OfType<BucketTransport>())
        {
            bucket.Check();
        }
    }

    public void Dispose()
    {
        foreach (var connections in Transports.OfType<HttpTransport>())
        {
            connections.Dispose();
        }
    }
}
