using System.IO.Compression;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Deployment;

/// <summary>One source of a deployment: a folder, an archive, or (not extracted) one file.</summary>
/// <param name="Asset">The asset that the template names.</param>
/// <param name="Extract">Whether an archive is unpacked.</param>
/// <param name="ObjectKey">The asset's object key, which names the file when it is not unpacked.</param>
/// <param name="Markers">What to replace in the files.</param>
internal sealed record DeploymentSource(
    Asset Asset, bool Extract, string ObjectKey, IReadOnlyDictionary<string, string> Markers)
{
    /// <summary>The files by path, with slashes, each opened when it is asked for.</summary>
    /// <param name="visit">Gets the path and the content, markers replaced.</param>
    public async Task VisitAsync(Func<string, Stream, Task> visit)
    {
        if (!Extract)
        {
            await using var file = File.OpenRead(Asset.Path);
            await visit(ObjectKey[(ObjectKey.LastIndexOf('/') + 1)..], file);
        }
        else if (Asset.IsFolder)
        {
            foreach (var path in Directory.EnumerateFiles(Asset.Path, "*", SearchOption.AllDirectories))
            {
                await using var file = File.OpenRead(path);
                await visit(Path.GetRelativePath(Asset.Path, path).Replace('\\', '/'), await ReplacedAsync(file));
            }
        }
        else
        {
            await using var archive = await ZipFile.OpenReadAsync(Asset.Path);
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                await using var content = await entry.OpenAsync();
                await visit(entry.FullName.Replace('\\', '/'), await ReplacedAsync(content));
            }
        }
    }

    private async Task<Stream> ReplacedAsync(Stream content)
    {
        if (Markers.Count == 0)
        {
            return content;
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return new MemoryStream(MarkerReplacement.Replace(whole.ToArray(), Markers), writable: false);
    }
}
