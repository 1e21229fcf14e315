using System.Text.Json.Nodes;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The template of one stack.</summary>
internal sealed record Template(string Stack, string Path, string Artifact, IReadOnlyList<string> DependsOn, JsonObject Json)
{
    public IReadOnlyList<Resource> Resources { get; } =
        [.. Json[nameof(Resources)]!.AsObject().Select(resource => new Resource(resource.Key, resource.Value!.AsObject()))];

    /// <summary>A stack <c>Lexicon-dev-Data</c> is known by <c>Data</c>, <c>Lexicon-Account</c> by <c>Account</c>.</summary>
    public static Template Load(string folder, string artifact, JsonNode manifest)
    {
        var path = System.IO.Path.Combine(folder, (string)manifest["properties"]!["templateFile"]!);

        // A stack outside the stages has its artifact's name, and the manifest does not say it twice.
        var stackName = (string?)manifest["properties"]!["stackName"] ?? artifact;
        return new Template(
            stackName[(stackName.LastIndexOf('-') + 1)..],
            path,
            artifact,
            DependenciesIn(manifest),
            JsonNode.Parse(File.ReadAllText(path))!.AsObject());
    }

    /// <summary>The same stack, of which the manifest says something else.</summary>
    public Template WithManifest(JsonNode manifest) => this with { DependsOn = DependenciesIn(manifest) };

    /// <summary>The same stack with another template.</summary>
    public Template WithJson(JsonObject json) => new(Stack, Path, Artifact, DependsOn, json);

    /// <summary>Where a resource's construct stands within the stack: <c>Glossary/Api/Resource</c>.</summary>
    public string PlaceOf(Resource resource)
    {
        // The stacks of a stage stand below it, those of the account at the top.
        var path = resource.Construct.Split('/');
        return path.Length < 3 ? resource.Construct : string.Join('/', path[(path[0].EndsWith($"-{Stack}", StringComparison.Ordinal) ? 1 : 2)..]);
    }

    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public Resource Only(string type) => Assert.Single(OfType(type));

    public Resource this[string logicalId] => Assert.Single(Resources, resource => resource.LogicalId == logicalId);

    /// <summary>The resource that a text such as <c>${Table}</c> refers to.</summary>
    public Resource Behind(string reference) => this[reference.Trim('$', '{', '}')];

    public string Output(string name)
    {
        var output = Json["Outputs"]?[name];
        Assert.NotNull(output);
        return Intrinsics.Render(output["Value"]);
    }

    private static IReadOnlyList<string> DependenciesIn(JsonNode manifest) =>
    [
        .. from name in manifest["dependencies"]?.AsArray() ?? []
           where !((string)name!).EndsWith(".assets", StringComparison.Ordinal)
           select (string)name!,
    ];
}
