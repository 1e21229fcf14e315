using System.Diagnostics;
using System.Security.Cryptography;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Published;

/// <summary>Asset hashes follow from the sources alone: neither the folder nor the time of a build is in its bytes.</summary>
[Trait("Tier", "Published")]
public sealed class ReproducibilityTests
{
    /// <summary>What is compiled ahead, for either packaging, is made from these bytes alone.</summary>
    [Fact]
    public async Task Package_BuiltInAnotherFolder_HasTheSameBytes()
    {
        var elsewhere = new SourceCopy("Functions", "Lambda");

        var here = await BuildAsync(Repository.Root);
        var there = await BuildAsync(elsewhere.Root);
        elsewhere.Delete();

        Assert.Contains("Lexicon.Functions.dll", here.Keys);
        Assert.Equal(here, there);
    }

    private static async Task<SortedDictionary<string, string>> BuildAsync(string root)
    {
        var package = Path.Combine(root, "Functions", "bin", "package", "compared");
        string[] arguments =
        [
            "msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet",
            $"-p:PackageDir={package}/", "-p:PackageFolder=compared", "-p:ReadyToRun=false",
        ];
        await ProgramRun.SucceedsAsync(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root });
        return new(Directory.GetFiles(package).ToDictionary(
            file => Path.GetFileName(file)!, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
    }
}
