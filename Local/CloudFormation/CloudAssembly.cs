using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// A synthesized CDK app: the stacks of its manifest and of every assembly nested in it (one a <c>Stage</c>), each after
/// those it depends on, and the file assets.
/// </summary>
/// <param name="Directory">Full path of the folder with <c>manifest.json</c>.</param>
/// <param name="Stacks">The stacks in the order of their deployment.</param>
/// <param name="Assets">The file assets of all stacks.</param>
internal sealed record CloudAssembly(string Directory, IReadOnlyList<Stack> Stacks, IAssets Assets)
{
    private const int DeepestNesting = 8;

    /// <summary>Reads an assembly; nothing outside its folder is touched.</summary>
    /// <exception cref="StartupException">The folder holds no cloud assembly, or one that cannot be read.</exception>
    public static CloudAssembly Load(string directory)
    {
        var assets = new AssetIndex();
        var stacks = new List<Stack>();
        try
        {
            Read(directory, stacks, assets, 0);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new StartupException($"the cloud assembly in {directory} is not valid; run 'npx cdk synth' again: {wrong.Message}");
        }

        return stacks.Count > 0
            ? new CloudAssembly(directory, stacks, assets)
            : throw new StartupException($"the cloud assembly in {directory} has no stack");
    }

    private static void Read(string directory, List<Stack> stacks, AssetIndex assets, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new StartupException($"the cloud assembly in {directory} is not valid; it must not be nested in itself");
        }

        var manifest = JsonFile.Read(Path.Combine(directory, "manifest.json"), $"no cloud assembly in {directory}: "
            + "there is no manifest.json; run 'npx cdk synth' first, or name another folder with --assembly");
        var artifacts = manifest["artifacts"] as JsonObject ?? [];
        foreach (var id in InOrder(artifacts))
        {
            var artifact = artifacts[id]!;
            var properties = artifact["properties"] as JsonObject ?? [];
            switch ((string?)artifact["type"])
            {
                case "aws:cloudformation:stack":
                    stacks.Add(Stack.Load(directory, id, properties));
                    break;
                case "cdk:cloud-assembly":
                    Read(Path.Combine(directory, (string)properties["directoryName"]!), stacks, assets, depth + 1);
                    break;
                case "cdk:asset-manifest":
                    assets.Add(Path.Combine(directory, (string)properties["file"]!));
                    break;
            }
        }
    }

    // Artifacts name what they depend on; a depth-first walk puts those first and keeps the manifest's order otherwise.
    private static List<string> InOrder(JsonObject artifacts)
    {
        var ordered = new List<string>();
        var seen = new HashSet<string>();
        foreach (var (id, _) in artifacts)
        {
            Visit(id);
        }

        return ordered;

        void Visit(string id)
        {
            if (!artifacts.ContainsKey(id) || !seen.Add(id))
            {
                return;
            }

            foreach (var dependency in artifacts[id]?["dependencies"] as JsonArray ?? [])
            {
                Visit((string)dependency!);
            }

            ordered.Add(id);
        }
    }
}
