using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Creation, update and removal have an order: nothing waits for itself, and nothing for what is not there.</summary>
public sealed class OrderTests
{
    private static readonly string[] s_pseudo =
        ["AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix"];

    [Fact]
    public void EveryResource_RefersToWhatIsThere() => Assert.All(Templates(), template =>
    {
        var there = Section(template, "Resources").Concat(Section(template, "Parameters")).Concat(s_pseudo).ToHashSet();

        Assert.Subset(there, ReferencesIn(template.Json).ToHashSet());
    });

    [Fact]
    public void NoResource_WaitsForItself() => Assert.All(Templates(), template =>
    {
        var waiting = template.Resources.ToDictionary(
            resource => resource.LogicalId,
            resource => ReferencesIn(resource.Json).Intersect(Section(template, "Resources")).ToHashSet());

        // What waits for nothing is made; then what waited for that, until nothing is left, or nothing can be made.
        while (waiting.Where(resource => resource.Value.Count == 0).Select(resource => resource.Key).ToList() is [_, ..] ready)
        {
            ready.ForEach(id => waiting.Remove(id));
            waiting.Values.ToList().ForEach(ids => ids.ExceptWith(ready));
        }

        Assert.Empty(waiting.Keys);
    });

    [Fact]
    public void EveryImport_IsExportedByAStackThatIsDeployedBefore()
    {
        foreach (var stage in (SynthesizedStage[])[.. Stages.All, Stages.Full])
        {
            var exporters = (
                from template in stage.Templates
                from output in template.Json["Outputs"]?.AsObject() ?? []
                where output.Value!["Export"] is not null
                select (Name: $"{output.Value["Export"]!["Name"]}", template.Artifact)).ToDictionary();

            Assert.All(stage.Templates, template => Assert.All(
                ValuesOf("Fn::ImportValue", template.Json),
                import => Assert.Contains(exporters[$"{import}"], template.DependsOn)));
        }
    }

    private static IEnumerable<Template> Templates() =>
        ((SynthesizedStage[])[.. Stages.All, Stages.Full]).SelectMany(stage => stage.Templates);

    private static IEnumerable<string> Section(Template template, string name) =>
        template.Json[name]?.AsObject().Select(entry => entry.Key) ?? [];

    private static IEnumerable<string> ReferencesIn(JsonNode node) =>
    [
        .. ValuesOf("Ref", node).Select(reference => $"{reference}"),
        .. ValuesOf("Fn::GetAtt", node).Select(attribute => $"{attribute[0]}"),
        .. ValuesOf("DependsOn", node).SelectMany(ids => ids is JsonArray list ? list.Select(id => $"{id}") : [$"{ids}"]),
    ];

    private static IEnumerable<JsonNode> ValuesOf(string key, JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => member.Key == key ? [member.Value!] : ValuesOf(key, member.Value)),
        JsonArray list => list.SelectMany(item => ValuesOf(key, item)),
        _ => [],
    };
}
