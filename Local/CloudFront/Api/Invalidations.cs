using System.Security.Cryptography;
using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>The invalidations of all distributions since the start, the newest first.</summary>
internal sealed class Invalidations(EdgeLocations locations, TimeProvider time)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private readonly Lock _access = new();
    private readonly List<Invalidation> _all = [];

    /// <summary>Those of a distribution.</summary>
    public IReadOnlyList<Invalidation> For(string distribution)
    {
        lock (_access)
        {
            return [.. _all.Where(one => one.Distribution == distribution)];
        }
    }

    /// <summary>Removes what it names from the cache; the same request again is the same invalidation.</summary>
    /// <exception cref="CloudFrontException">The reference was used for other paths.</exception>
    public Invalidation Create(string distribution, IReadOnlyList<string> paths, string callerReference)
    {
        lock (_access)
        {
            var earlier = _all.Find(one => one.Distribution == distribution && one.CallerReference == callerReference);
            if (earlier is not null)
            {
                return earlier.Paths.SequenceEqual(paths) ? earlier : throw new CloudFrontException(
                    400,
                    "InvalidArgument",
                    "Your request contains a caller reference that was used for a previous invalidation batch for the same distribution.");
            }

            var id = $"I{RandomNumberGenerator.GetString(Letters, 24)}";
            var created = new Invalidation(id, distribution, time.GetUtcNow(), paths, callerReference);
            _all.Insert(0, created);
            locations.Remove(created.Removes);
            return created;
        }
    }
}
