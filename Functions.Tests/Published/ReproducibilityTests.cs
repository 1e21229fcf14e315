using System.Security.Cryptography;
using System.Text;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Published;

/// <summary>Asset hashes follow from the sources alone: neither the folder nor the time of a build is in its bytes.</summary>
[Trait("Tier", "Published")]
public sealed class ReproducibilityTests : IClassFixture<NativePackage>
{
    [Fact]
    public async Task Package_BuiltInAnotherFolder_HasTheSameBytes()
    {
        using var elsewhere = new SourceCopy("Functions", "Lambda");

        var here = await BuildAsync(Repository.Root);
        var there = await BuildAsync(elsewhere.Root);

        Assert.Contains("Lexicon.Functions.dll", here.Keys);
        Assert.Equal(here, there);
    }

    /// <summary>The compiler is given what the test above holds equal; what it could add is where it ran.</summary>
    [Fact]
    public async Task NativePackage_HoldsNoFolderOfItsBuild()
    {
        var bootstrap = await File.ReadAllBytesAsync(NativePackage.Bootstrap);

        Assert.Equal(-1, bootstrap.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
        Assert.Equal(-1, bootstrap.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));
    }

    private static async Task<SortedDictionary<string, string>> BuildAsync(string root)
    {
        var package = Path.Combine(root, "Functions", "bin", "package", "compared");
        await Tool.RunAsync(
            root,
            new Dictionary<string, string>(),
            "dotnet",
            "msbuild",
            "Functions/Packaging/Package.proj",
            "-nologo",
            "-verbosity:quiet",
            $"-p:PackageDir={package}/",
            "-p:PackageFolder=compared");
        return new(Directory.GetFiles(package).ToDictionary(
            file => Path.GetFileName(file)!, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
    }
}
