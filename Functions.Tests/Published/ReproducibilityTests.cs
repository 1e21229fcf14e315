using System.Diagnostics;
using System.Security.Cryptography;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Published;

/// <summary>Asset hashes follow from the sources alone: neither the folder nor the time of a build is in its bytes.</summary>
[Trait("Tier", "Published")]
public sealed class ReproducibilityTests : IClassFixture<NativePackage>, IDisposable
{
    private static readonly string[] Sources = ["Functions", "Lambda"];

    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("lexicon-build-");

    [Fact]
    public async Task Package_BuiltInAnotherFolder_HasTheSameBytes()
    {
        CopySources();

        var here = await BuildAsync(Repository.Root);
        var there = await BuildAsync(_elsewhere.FullName);

        Assert.Contains("Lexicon.Functions.dll", here.Keys);
        Assert.Equal(here, there);
    }

    [Fact]
    public async Task NativePackage_BuiltInAnotherFolder_HasTheSameBytes()
    {
        CopySources();

        await NativePackage.BuildAsync(_elsewhere.FullName);

        var here = HashesIn(NativePackage.Folder);
        Assert.Contains("bootstrap", here.Keys);
        Assert.Equal(here, HashesIn(NativePackage.FolderIn(_elsewhere.FullName)));
    }

    public void Dispose() => _elsewhere.Delete(recursive: true);

    private static async Task<SortedDictionary<string, string>> BuildAsync(string root)
    {
        var package = Path.Combine(root, "Functions", "bin", "package", "compared");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet", $"-p:PackageDir={package}/",
                "-p:PackageFolder=compared",
            },
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };

        // What the test runner sets for itself is not meant for a build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return HashesIn(package);
    }

    private static SortedDictionary<string, string> HashesIn(string package) => new(Directory.GetFiles(package).ToDictionary(
        file => Path.GetFileName(file)!, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));

    private void CopySources()
    {
        foreach (var file in Directory.GetFiles(Repository.Root).Where(IsOfTheBuild))
        {
            File.Copy(file, Path.Combine(_elsewhere.FullName, Path.GetFileName(file)));
        }

        foreach (var file in Sources.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)))
        {
            var path = Path.GetRelativePath(Repository.Root, file);
            if (path.Split(Path.DirectorySeparatorChar)[1] is not ("bin" or "obj"))
            {
                var copy = Path.Combine(_elsewhere.FullName, path);
                _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    private static bool IsOfTheBuild(string file) =>
        Path.GetFileName(file) is var name
        && (name.StartsWith("Directory.", StringComparison.Ordinal) || name is "global.json" or ".editorconfig");
}
