using YamlDotNet.RepresentationModel;

namespace Lexicon.Infra.Tests.Deployment;

/// <summary>A workflow of GitHub, see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax.</summary>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.EnumerateFiles(Repository.File(".github", "workflows")).Order(StringComparer.Ordinal).Select(Load)];

    /// <summary>The jobs by id.</summary>
    public IEnumerable<(string Id, YamlMappingNode Job)> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Select(job => ($"{job.Key}", (YamlMappingNode)job.Value));

    /// <summary>The steps of all jobs; a job that calls another workflow has none.</summary>
    public IEnumerable<YamlMappingNode> Steps =>
        Jobs.SelectMany(job => At(job.Job, "steps") is YamlSequenceNode steps ? steps.Cast<YamlMappingNode>() : []);

    public static Workflow Named(string name) => All.Single(workflow => workflow.Name == name);

    public YamlMappingNode Job(string id) => Jobs.Single(job => job.Id == id).Job;

    /// <summary>What stands there, nested names in a row; null if nothing does.</summary>
    public static YamlNode? At(YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
        }

        return node;
    }

    /// <summary>A mapping of plain values as text: <c>contents: read, id-token: write</c>.</summary>
    public static string Flat(YamlNode? node) =>
        node is YamlMappingNode mapping ? string.Join(", ", mapping.Select(entry => $"{entry.Key}: {entry.Value}")) : "none is said";

    /// <summary>Whatever stands there as text: <c>push: (branches: [main])</c>.</summary>
    public static string InWords(YamlNode? node) => node switch
    {
        YamlMappingNode mapping => string.Join(", ", mapping.Select(entry => Entry($"{entry.Key}", InWords(entry.Value), entry.Value))),
        YamlSequenceNode sequence => $"[{string.Join(", ", sequence.Select(InWords))}]",
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => "",
    };

    private static string Entry(string name, string value, YamlNode node) => (node, value) switch
    {
        (_, "") => name,
        (YamlMappingNode, _) => $"{name}: ({value})",
        _ => $"{name}: {value}",
    };

    private static Workflow Load(string path)
    {
        var text = File.ReadAllText(path);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new Workflow(Path.GetFileName(path), text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }
}
