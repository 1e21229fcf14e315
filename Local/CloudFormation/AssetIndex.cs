using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>The file assets of the assembly's asset manifests, by their destination's object key.</summary>
internal sealed class AssetIndex : IAssets
{
    private readonly Dictionary<string, Asset> _byKey = [];

    /// <summary>Adds what an asset manifest (<c>*.assets.json</c>) lists.</summary>
    /// <exception cref="StartupException">The manifest is missing, or lists container images.</exception>
    public void Add(string manifestFile)
    {
        var manifest = JsonFile.Read(manifestFile, $"the asset manifest {manifestFile} is missing; run 'npx cdk synth' again");
        if (manifest["dockerImages"] is JsonObject { Count: > 0 })
        {
            throw new StartupException(
                $"{manifestFile}: container image assets are not supported by the local runner, which needs no Docker");
        }

        foreach (var (hash, file) in manifest["files"] as JsonObject ?? [])
        {
            var source = file!["source"]!;
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifestFile)!, (string)source["path"]!));
            var asset = new Asset(path, (string?)source["packaging"] == "zip", hash);
            foreach (var (_, destination) in file["destinations"] as JsonObject ?? [])
            {
                _byKey[(string)destination!["objectKey"]!] = asset;
            }
        }
    }

    /// <remarks>
    /// The key is a content hash and decides alone: the bucket's name in a manifest still holds placeholders that a
    /// deployment would fill in.
    /// </remarks>
    public Asset Find(string bucket, string key)
    {
        if (!_byKey.TryGetValue(key, out var asset))
        {
            throw new StartupException($"no asset of the cloud assembly is uploaded to s3://{bucket}/{key}");
        }

        return File.Exists(asset.Path) || Directory.Exists(asset.Path)
            ? asset
            : throw new StartupException($"the asset {asset.Path} is missing; run 'npx cdk synth' again");
    }
}
