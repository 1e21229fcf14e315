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
    public void Change(string logicalId, string type, Action<JsonObject> change) => Change([(logicalId, type, change)]);

    /// <summary>Takes an action from a role.</summary>
    public void Revoke(string role, string action) => Revoke([new(role, action, "")]);

    /// <summary>Takes grants from their roles.</summary>
    public void Revoke(IReadOnlyList<Grant> grants) => Change(
        [.. grants.Select(grant => (grant.Role, "AWS::IAM::Role", (Action<JsonObject>)(role => Revoke(role, grant))))]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Change(IReadOnlyList<(string LogicalId, string Type, Action<JsonObject> Apply)> changes)
    {
        var changed = 0;
        foreach (var file in changes.Count > 0 ? Directory.EnumerateFiles(Folder, "*.template.json") : [])
        {
            var template = JsonNode.Parse(File.ReadAllText(file))!;
            var found =
                from resource in template["Resources"]!.AsObject().ToList()
                from change in changes
                where resource.Key.StartsWith(change.LogicalId, StringComparison.Ordinal)
                    && (string?)resource.Value!["Type"] == change.Type
                select (change.Apply, resource.Value["Properties"]!.AsObject());
            var before = changed;
            foreach (var (apply, properties) in found)
            {
                apply(properties);
                changed++;
            }

            if (changed > before)
            {
                File.WriteAllText(file, template.ToJsonString());
            }
        }

        Assert.Equal(changes.Count, changed);
    }

    // A statement that says more goes on saying it.
    private static void Revoke(JsonObject role, Grant grant)
    {
        var statements = role["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
        foreach (var statement in statements.ToList())
        {
            var actions = Grant.ListOf(statement!["Action"]);
            var resources = Grant.ListOf(statement["Resource"]);
            var left = resources.Where(one => grant.Resource.Length > 0 && Grant.EndOf(one) != grant.Resource).ToList();
            if (left.Count == resources.Count || !actions.Any(action => (string)action! == grant.Action))
            {
                continue;
            }

            statements.Remove(statement);
            Add(statements, statement, actions.Where(action => (string)action! != grant.Action), resources);
            Add(statements, statement, [grant.Action], left);
        }
    }

    private static void Add(JsonArray statements, JsonNode like, IEnumerable<JsonNode?> actions, IReadOnlyList<JsonNode?> resources)
    {
        var added = like.DeepClone();
        added["Action"] = new JsonArray([.. actions.Select(action => action!.DeepClone())]);
        added["Resource"] = new JsonArray([.. resources.Select(resource => resource!.DeepClone())]);
        if (added["Action"]!.AsArray().Count > 0 && resources.Count > 0)
        {
            statements.Add(added);
        }
    }
}
