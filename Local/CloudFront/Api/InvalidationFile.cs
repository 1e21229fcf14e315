using System.Text.Json;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>The file that keeps the invalidations between starts: AWS keeps them, and knows a caller reference again.</summary>
/// <param name="folder">The folder that it is in; null: nothing is kept.</param>
internal sealed class InvalidationFile(string? folder)
{
    private readonly string? _path = folder is null ? null : Path.Combine(folder, "invalidations.json");

    /// <summary>What an earlier run kept.</summary>
    public IReadOnlyList<Invalidation> Read()
    {
        if (_path is null || !File.Exists(_path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Invalidation[]>(File.ReadAllBytes(_path)) ?? [];
        }
        catch (JsonException damaged)
        {
            Progress.Warn($"{_path} cannot be read, so that earlier invalidations are forgotten: {damaged.Message}");
            return [];
        }
    }

    /// <summary>Keeps these.</summary>
    public void Write(IReadOnlyList<Invalidation> invalidations)
    {
        if (_path is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllBytes($"{_path}.new", JsonSerializer.SerializeToUtf8Bytes(invalidations));
        File.Move($"{_path}.new", _path, overwrite: true);
    }
}
