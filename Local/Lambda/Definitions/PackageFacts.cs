using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>
/// What GetFunctionConfiguration returns of a deployment package
/// (https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html). A folder is the archive that it would become:
/// its files' size, and a digest of the hash that names its content.
/// </summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In base64.</param>
/// <param name="Modified">When it was made: a template does not say when it was deployed.</param>
internal sealed record PackageFacts(long Size, string Sha256, DateTime Modified)
{
    /// <summary>Looks at the package.</summary>
    public static PackageFacts Read(Asset asset)
    {
        var modified = File.GetLastWriteTimeUtc(asset.Path);
        if (asset.IsFolder)
        {
            var files = new DirectoryInfo(asset.Path).EnumerateFiles("*", SearchOption.AllDirectories);
            return new(files.Sum(file => file.Length), Base64(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Hash))), modified);
        }

        using var archive = File.OpenRead(asset.Path);
        return new(archive.Length, Base64(SHA256.HashData(archive)), modified);
    }

    private static string Base64(byte[] digest) => Convert.ToBase64String(digest);
}
