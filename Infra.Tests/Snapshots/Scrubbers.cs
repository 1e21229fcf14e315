namespace Lexicon.Infra.Tests.Snapshots;

/// <summary>What a snapshot leaves out, in this order, since it changes with content that the snapshot is not about.</summary>
internal static partial class Scrubbers
{
    public static string Scrub(string template)
    {
        var withoutAssets = AssetHash().Replace(template, "{asset hash}");
        withoutAssets = SiteHash().Replace(withoutAssets, "/assets/{site hash}/");
        var withoutDeployments = DeploymentHash().Replace(withoutAssets, "$1{deployment hash}");
        return VersionHash().Replace(withoutDeployments, "$1{version hash}");
    }

    /// <summary>The hash of an asset: it follows from the content of a package or page.</summary>
    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex AssetHash();

    /// <summary>The folder of scripts and styles: it follows from their content.</summary>
    [GeneratedRegex("/assets/[0-9a-f]{16}/")]
    private static partial Regex SiteHash();

    /// <summary>The suffix of a deployment's logical id: it follows from the methods, which the snapshot shows in full.</summary>
    [GeneratedRegex("(Deployment[0-9A-F]{8})[0-9a-f]{32}")]
    private static partial Regex DeploymentHash();

    /// <summary>The suffix of a version's logical id: it follows from the function, whose code is an asset.</summary>
    [GeneratedRegex("(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}")]
    private static partial Regex VersionHash();
}
