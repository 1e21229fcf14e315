using System.Text.Json.Nodes;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The cloud assembly of one stage.</summary>
internal sealed record SynthesizedStage(string Name, string Folder, JsonNode Manifest, IReadOnlyList<Template> Templates)
{
    public Template Data => Stack("Data");

    public Template Api => Stack("Api");

    public Template Site => Stack("Site");

    public Template Stack(string name) => Templates.Single(template => template.Stack == name);

    public static SynthesizedStage Load(string name, string outdir)
    {
        var folder = Path.Combine(outdir, $"assembly-Lexicon-{name}");
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        var artifacts = manifest["artifacts"]!.AsObject()
            .Where(artifact => (string)artifact.Value!["type"]! == "aws:cloudformation:stack")
            .Select(artifact => Template.Load(name, folder, artifact.Key, artifact.Value!));
        return new SynthesizedStage(name, folder, manifest, [.. artifacts]);
    }
}
