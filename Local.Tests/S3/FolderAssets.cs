using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.S3;

/// <summary>Assets that a test makes, by object key.</summary>
internal sealed class FolderAssets : IAssets, IDisposable
{
    private readonly Dictionary<string, Asset> _assets = [];

    /// <summary>A folder asset with these files.</summary>
    public string Folder(string key, params (string Path, string Content)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-asset-").FullName;
        foreach (var (path, content) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, content);
        }

        _assets[key] = new(folder, IsFolder: true, key);
        return folder;
    }

    /// <summary>A file asset.</summary>
    public void Archive(string key, byte[] content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("lexicon-asset-").FullName, Path.GetFileName(key));
        File.WriteAllBytes(path, content);
        _assets[key] = new(path, IsFolder: false, key);
    }

    public Asset Find(string bucket, string key) => _assets[key];

    public void Dispose()
    {
        foreach (var asset in _assets.Values)
        {
            Directory.Delete(asset.IsFolder ? asset.Path : Path.GetDirectoryName(asset.Path)!, recursive: true);
        }
    }
}
