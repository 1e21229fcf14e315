namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The cloud assembly of one stage.</summary>
internal sealed record SynthesizedStage(string Name, string Folder, JsonNode Manifest, IReadOnlyList<Template> Templates)
{
    public Template Data => Stack("Data");

    public Template Api => Stack("Api");

    public Template Site => Stack("Site");

    public Template Operations => Stack("Operations");

    public Template Stack(string name) => Templates.Single(template => template.Stack == name);

    /// <summary>Where what is uploaded under an object key is.</summary>
    public string Asset(string key) => Path.Combine(Folder, $"asset.{key.Replace(".zip", "", StringComparison.Ordinal)}");

    /// <summary>The same stage with another template of one of its stacks.</summary>
    public SynthesizedStage With(Template template) =>
        this with { Templates = [.. Templates.Select(own => own.Artifact == template.Artifact ? template : own)] };

    /// <summary>The same stage with another manifest.</summary>
    public SynthesizedStage WithManifest(JsonNode manifest) => this with
    {
        Manifest = manifest,
        Templates = [.. Templates.Select(own => own.WithManifest(manifest["artifacts"]![own.Artifact]!))],
    };

    /// <summary>Loads the stacks of the account and of the stage.</summary>
    public static SynthesizedStage Load(string name, string folder)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        var stacks =
            from artifact in manifest["artifacts"]!.AsObject()
            where (string)artifact.Value!["type"]! == "aws:cloudformation:stack"
            select Template.Load(folder, artifact.Key, artifact.Value!);
        return new SynthesizedStage(name, folder, manifest, [.. stacks]);
    }
}
