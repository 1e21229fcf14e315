using System.Security.Cryptography;
using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>The invalidations of all distributions, the newest first; the latest of them survive a restart.</summary>
internal sealed class Invalidations(EdgeLocations locations, InvalidationFile file, TimeProvider time)
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html, "Quotas on invalidations".
    private const int MostFiles = 3000;
    private const int MostWildcards = 15;
    private const int Kept = 500;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private readonly Lock _access = new();
    private readonly List<Invalidation> _all = [.. file.Read()];

    /// <summary>Those of a distribution.</summary>
    public IReadOnlyList<Invalidation> For(string distribution)
    {
        lock (_access)
        {
            return [.. _all.Where(one => one.Distribution == distribution)];
        }
    }

    /// <summary>How many of a distribution are in progress.</summary>
    public int InProgress(string distribution)
    {
        var now = time.GetUtcNow();
        return For(distribution).Count(one => one.IsInProgressAt(now));
    }

    /// <summary>Removes what it names from every cache; the same request again is the same invalidation.</summary>
    /// <exception cref="CloudFrontException">The reference was used for other paths, or too many are in progress.</exception>
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

            var now = time.GetUtcNow();
            CheckThatItFits(distribution, paths, now);
            var id = $"I{RandomNumberGenerator.GetString(Letters, 24)}";
            var created = new Invalidation(id, distribution, now, paths, callerReference);
            _all.Insert(0, created);
            _all.RemoveRange(Math.Min(Kept, _all.Count), Math.Max(0, _all.Count - Kept));
            locations.Remove(created.Removes);
            file.Write(_all);
            return created;
        }
    }

    private void CheckThatItFits(string distribution, IReadOnlyList<string> paths, DateTimeOffset now)
    {
        var active = _all.Where(one => one.Distribution == distribution && one.IsInProgressAt(now)).SelectMany(one => one.Paths);
        var together = active.Concat(paths).ToList();
        var wildcards = together.Count(path => path.EndsWith('*'));
        if (wildcards > MostWildcards || together.Count - wildcards > MostFiles)
        {
            throw new CloudFrontException(
                400,
                "TooManyInvalidationsInProgress",
                "You have exceeded the maximum number of allowable InProgress invalidation batch requests, or invalidation objects.");
        }
    }
}
