using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFormation;

/// <summary>A cloud assembly in a folder of its own, made from templates given as JSON; removed when disposed.</summary>
internal sealed class AssemblyFolder : IDisposable
{
    private readonly JsonObject _artifacts = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("lexicon-assembly-").FullName;

    public AssemblyFolder With(string stack, string template, params string[] dependencies)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, $"{stack}.template.json"), template);
        _artifacts[stack] = new JsonObject
        {
            ["type"] = "aws:cloudformation:stack",
            ["properties"] = new JsonObject { ["templateFile"] = $"{stack}.template.json", ["stackName"] = stack },
            ["dependencies"] = new JsonArray([.. dependencies.Select(dependency => (JsonNode?)dependency)]),
        };
        return this;
    }

    public AssemblyFolder WithAssets(string manifest)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "Some.assets.json"), manifest);
        _artifacts["Some.assets"] = new JsonObject
        {
            ["type"] = "cdk:asset-manifest",
            ["properties"] = new JsonObject { ["file"] = "Some.assets.json" },
        };
        return this;
    }

    public CloudAssembly Load()
    {
        File.WriteAllText(
            System.IO.Path.Combine(Path, "manifest.json"), new JsonObject { ["artifacts"] = _artifacts.DeepClone() }.ToJsonString());
        return CloudAssembly.Load(Path);
    }

    public ResourceGraph Graph() => new(Load(), Notes.Types);

    public TemplateCheck Check() => new TemplateCheck(Load(), Notes.Types).Run();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
