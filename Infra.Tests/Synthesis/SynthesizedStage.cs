using System.Text.Json.Nodes;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The cloud assembly of one stage.</summary>
internal sealed record SynthesizedStage(string Name, string Folder, JsonNode Manifest, IReadOnlyList<Template> Templates)
{
    public Template Data => Stack("Data");

    public Template Api => Stack("Api");

    public Template Site => Stack("Site");

    public Template Operations => Stack("Operations");

    public Template Stack(string name) => Templates.Single(template => template.Stack == name);

    /// <summary>The same stage with another template of one of its stacks.</summary>
    public SynthesizedStage With(Template template) =>
        this with { Templates = [.. Templates.Select(own => own.Artifact == template.Artifact ? template : own)] };

    /// <summary>The same stage with another manifest.</summary>
    public SynthesizedStage WithManifest(JsonNode manifest) => this with
    {
        Manifest = manifest,
        Templates = [.. Templates.Select(own => manifest["artifacts"]![own.Artifact] is { } said ? own.WithManifest(said) : own)],
    };

    /// <summary>Loads the stacks of the stage and, before them, those of the account.</summary>
    public static SynthesizedStage Load(string name, string outdir)
    {
        var stage = Path.Combine(outdir, $"assembly-Lexicon-{name}");
        return new SynthesizedStage(name, stage, ManifestIn(stage), [.. StacksIn(outdir), .. StacksIn(stage)]);
    }

    private static IEnumerable<Template> StacksIn(string folder) =>
        from artifact in ManifestIn(folder)["artifacts"]!.AsObject()
        where (string)artifact.Value!["type"]! == "aws:cloudformation:stack"
        select Template.Load(folder, artifact.Key, artifact.Value!);

    private static JsonNode ManifestIn(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
}
