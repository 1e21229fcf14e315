using System.IO.Compression;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Where the code of functions lies. A folder asset is used as it is: its path holds its content hash, and functions have
/// no business writing to their task root, which is read-only on AWS. A zip archive is extracted once, below its hash.
/// </summary>
internal sealed class CodePackages(string folder)
{
    private readonly Lock _gate = new();

    /// <summary>Where files are written that functions find in <c>/etc</c>.</summary>
    public string Etc => Path.Combine(folder, "etc");

    /// <summary>Where the links lie that functions are started by.</summary>
    public string LinksOf(string function) => Path.Combine(folder, "processes", function);

    /// <summary>The folder that becomes <c>LAMBDA_TASK_ROOT</c>.</summary>
    /// <exception cref="StartupException">The asset is a file that is not a zip archive.</exception>
    public string TaskRoot(Asset asset)
    {
        if (asset.IsFolder)
        {
            return asset.Path;
        }

        var target = Path.Combine(folder, asset.Hash);
        lock (_gate)
        {
            if (!Directory.Exists(target))
            {
                Extract(asset, target);
            }
        }

        return target;
    }

    /// <summary>Whether an asset can be the code of a function: a folder or a zip archive.</summary>
    public static bool IsReadable(Asset asset)
    {
        try
        {
            if (!asset.IsFolder)
            {
                ZipFile.OpenRead(asset.Path).Dispose();
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static void Extract(Asset asset, string target)
    {
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        try
        {
            ZipFile.ExtractToDirectory(asset.Path, unfinished);
            Directory.Move(unfinished, target);
        }
        catch (InvalidDataException)
        {
            throw new StartupException($"the asset {asset.Path}, the code of a function, is not valid; it must be a zip archive");
        }
    }
}
