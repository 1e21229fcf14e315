using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// The tags of everything that can have some: they sort a bill, and say whose a resource is. CDK hands them down by itself, but
/// not to the replicas of a table.
/// </summary>
internal static class StageTags
{
    /// <summary>The tags of whatever is in the stage.</summary>
    public static IReadOnlyDictionary<string, string> For(StageSettings settings) =>
        new Dictionary<string, string> { ["application"] = "lexicon", ["stage"] = settings.Name };

    /// <summary>The same tags, as resources without CDK's tag manager take them.</summary>
    public static CfnTag[] List(StageSettings settings) =>
        [.. For(settings).Select(label => new CfnTag { Key = label.Key, Value = label.Value })];

    /// <summary>Tags everything below.</summary>
    public static void Add(IConstruct scope, StageSettings settings)
    {
        foreach (var (key, value) in For(settings))
        {
            Amazon.CDK.Tags.Of(scope).Add(key, value);
        }
    }
}
