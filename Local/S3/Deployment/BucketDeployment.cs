using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Deployment;

/// <summary>
/// One deployment of files into a bucket, with what <c>aws s3 sync</c> does on AWS: files are added and replaced, with
/// <c>--delete</c> those below the prefix that no source has are removed, other deployments' files among them.
/// A file that is there already, content and metadata, keeps its ETag and its time.
/// </summary>
internal sealed class BucketDeployment(string id, Bucket bucket)
{
    /// <summary>The sources; of two files with one path the later source's wins.</summary>
    public required IReadOnlyList<DeploymentSource> Sources { get; init; }

    /// <summary>Empty, or ends with a slash.</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether files that no source has are removed.</summary>
    public required bool Prune { get; init; }

    /// <summary>The paths that take part.</summary>
    public required SyncFilter Filter { get; init; }

    /// <summary>System metadata of every file.</summary>
    public required IReadOnlyDictionary<string, string> SystemMetadata { get; init; }

    /// <summary>User metadata of every file.</summary>
    public required IReadOnlyDictionary<string, string> UserMetadata { get; init; }

    /// <summary>Changes when the properties do.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Deploys, unless this very deployment was the last one made here.</summary>
    public async Task RunAsync(string data, CancellationToken cancellation)
    {
        var ledgers = Path.Combine(data, "s3", bucket.Name, "deployments");
        var ledger = Path.Combine(ledgers, id);
        if (File.Exists(ledger) && await File.ReadAllTextAsync(ledger, cancellation) == Fingerprint)
        {
            return;
        }

        await SyncAsync(cancellation);
        Directory.CreateDirectory(ledgers);
        await File.WriteAllTextAsync(ledger, Fingerprint, cancellation);
    }

    private async Task SyncAsync(CancellationToken cancellation)
    {
        var paths = new Dictionary<string, Upload>(StringComparer.Ordinal);
        try
        {
            foreach (var source in Sources)
            {
                await source.VisitAsync(async (path, content) =>
                {
                    if (Filter.Takes(path))
                    {
                        paths.GetValueOrDefault(path)?.Dispose();
                        paths[path] = await bucket.Store.ReceiveAsync(content, null, cancellation);
                    }
                });
            }

            foreach (var (path, upload) in paths)
            {
                Put(path, upload);
            }

            RemoveAllBut(paths);
        }
        finally
        {
            foreach (var upload in paths.Values)
            {
                upload.Dispose();
            }
        }
    }

    private void Put(string path, Upload upload)
    {
        var key = Prefix + path;
        var metadata = new Dictionary<string, string>(SystemMetadata, StringComparer.Ordinal);
        if (!metadata.ContainsKey("content-type") && ContentTypes.Of(path) is { } type)
        {
            metadata["content-type"] = type;
        }

        if (bucket.Store.Find(key) is { } there
            && there.ETag == upload.ETag
            && Same(there.SystemMetadata, metadata)
            && Same(there.UserMetadata, UserMetadata))
        {
            return;
        }

        bucket.Store.Commit(
            upload, new() { Key = key, ETag = upload.ETag, SystemMetadata = metadata, UserMetadata = UserMetadata });
    }

    private void RemoveAllBut(Dictionary<string, Upload> paths)
    {
        if (!Prune)
        {
            return;
        }

        foreach (var stored in bucket.Store.Objects.Where(stored => stored.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = stored.Key[Prefix.Length..];
            if (Filter.Takes(path) && !paths.ContainsKey(path))
            {
                bucket.Store.Remove(stored.Key);
            }
        }
    }

    private static bool Same(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
