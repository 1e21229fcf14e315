namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The template of one stack.</summary>
/// <param name="Stage"><c>dev</c> or <c>prod</c>; nothing for a stack that an account has once.</param>
/// <param name="Stack">The last part of its name: <c>Data</c> of <c>Lexicon-dev-Data</c>.</param>
/// <param name="Path">Its file.</param>
/// <param name="Artifact">What the manifest calls it.</param>
/// <param name="DependsOn">The artifacts that are deployed before it.</param>
/// <param name="Json">What it says.</param>
internal sealed partial record Template(
    string Stage, string Stack, string Path, string Artifact, IReadOnlyList<string> DependsOn, JsonObject Json)
{
    public IReadOnlyList<Resource> Resources { get; } =
        [.. Json[nameof(Resources)]!.AsObject().Select(resource => new Resource(resource.Key, resource.Value!.AsObject()))];

    public string StackName => Stage.Length == 0 ? $"Lexicon-{Stack}" : $"Lexicon-{Stage}-{Stack}";

    public static Template Load(string folder, string artifact, JsonNode manifest)
    {
        var path = System.IO.Path.Combine(folder, (string)manifest["properties"]!["templateFile"]!);

        // A stack outside the stages has its artifact's name, and the manifest does not say it twice.
        var name = ((string?)manifest["properties"]!["stackName"] ?? artifact).Split('-');
        return new(
            name is [_, var stage, _] ? stage
                : "", name[^1], path, artifact, DependenciesIn(manifest), JsonNode.Parse(File.ReadAllText(path))!.AsObject());
    }

    /// <summary>A small template of prod with these resources, in JSON, as an example.</summary>
    public static Template Of(JsonNode resources) =>
        new("prod", "Example", "", "", [], new JsonObject { [nameof(Resources)] = resources.DeepClone() });

    /// <summary>The same stack, of which the manifest says something else.</summary>
    public Template WithManifest(JsonNode manifest) => this with { DependsOn = DependenciesIn(manifest) };

    /// <summary>The same stack with another template.</summary>
    public Template WithJson(JsonObject json) => new(Stage, Stack, Path, Artifact, DependsOn, json);

    /// <summary>Where a resource's construct stands within the stack: <c>Glossary/Api/Resource</c>.</summary>
    public string PlaceOf(Resource resource)
    {
        // The stacks of a stage stand below it, those of the account at the top.
        var path = resource.Construct.Split('/');
        return path.Length < 3 ? resource.Construct
            : string.Join('/', path[(path[0].EndsWith($"-{Stack}", StringComparison.Ordinal) ? 1 : 2)..]);
    }

    /// <summary>The methods of the route table; the rest answer browsers that ask first, where the context allows other origins.</summary>
    public IEnumerable<Resource> Methods => OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") != "OPTIONS");

    public IEnumerable<Resource> OfType(params string[] types) => Resources.Where(resource => types.Contains(resource.Type));

    public Resource Only(string type) => Assert.Single(OfType(type));

    public Resource this[string logicalId] => Assert.Single(Resources, resource => resource.LogicalId == logicalId);

    /// <summary>The resource at a place of the stack: <c>Images/Bucket/Resource</c>.</summary>
    public Resource At(string place) => Assert.Single(Resources, resource => PlaceOf(resource) == place);

    /// <summary>
    /// The resource that a text such as <c>${Table}</c> or <c>${Table.Arn}</c> refers to; null if it is none of this template.
    /// </summary>
    public Resource? Find(string reference) => Reference().Match(reference) is { Success: true } match
        ? Resources.SingleOrDefault(resource => resource.LogicalId == match.Groups[1].Value)
        : null;

    /// <summary>The resource that a text refers to, which is there.</summary>
    public Resource Behind(string reference)
    {
        var found = Find(reference);
        Assert.True(found is not null, $"{reference} is no resource of {StackName}.");
        return found;
    }

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

    [GeneratedRegex(@"^\$\{(\w+)(?:\.\w+)?\}$")]
    private static partial Regex Reference();
}
