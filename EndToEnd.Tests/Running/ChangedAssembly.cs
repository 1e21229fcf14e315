using System.Text.Json.Nodes;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>A copy of the cloud assembly in which a test changes a template.</summary>
internal sealed class ChangedAssembly : IDisposable
{
    public ChangedAssembly() => Folders.Copy(BuildOutput.CloudAssembly, Folder);

    /// <summary>Where it is.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lexicon-assembly-").FullName;

    /// <summary>Takes every change back.</summary>
    public void Restore()
    {
        foreach (var file in Directory.EnumerateFiles(BuildOutput.CloudAssembly, "*.template.json", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetRelativePath(BuildOutput.CloudAssembly, file)), overwrite: true);
        }
    }

    /// <summary>Tells a runner that watches it of its changes: the manifest is what is written last.</summary>
    public void Announce()
    {
        var manifest = Path.Combine(Folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest));
    }

    /// <summary>Changes the properties of the resources whose logical id begins so.</summary>
    public void Change(string logicalId, string type, Action<JsonObject> change)
    {
        var changed = 0;
        foreach (var file in Directory.EnumerateFiles(Folder, "*.template.json"))
        {
            var template = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var (id, resource) in template["Resources"]!.AsObject())
            {
                if (id.StartsWith(logicalId, StringComparison.Ordinal) && (string?)resource!["Type"] == type)
                {
                    change(resource["Properties"]!.AsObject());
                    changed++;
                }
            }

            File.WriteAllText(file, template.ToJsonString());
        }

        Assert.Equal(1, changed);
    }

    /// <summary>Takes a grant from a role: an action, or of its resources those that end so.</summary>
    public void Revoke(string logicalId, string action, string resource = "") => Change(logicalId, "AWS::IAM::Role", properties =>
    {
        var statements = properties["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
        foreach (var statement in statements.Where(statement => Names(statement!["Action"]).Contains(action)).ToList())
        {
            var left = resource.Length > 0
                ? All(statement!["Resource"]).Where(one => !one!.ToJsonString().Contains(resource, StringComparison.Ordinal)).ToList()
                : [];
            var actions = resource.Length > 0 ? [] : Names(statement!["Action"]).Except([action]).ToList();
            if (left.Count > 0)
            {
                statement!["Resource"] = new JsonArray([.. left.Select(one => one!.DeepClone())]);
            }
            else if (actions.Count > 0)
            {
                statement!["Action"] = new JsonArray([.. actions.Select(one => (JsonNode?)one)]);
            }
            else
            {
                statements.Remove(statement);
            }
        }
    });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IEnumerable<string> Names(JsonNode? node) => All(node).Select(one => (string)one!);

    private static List<JsonNode?> All(JsonNode? node) => node is JsonArray list ? [.. list] : [node];
}
