namespace Lexicon.Infra.Tests.Documents;

/// <summary>
/// The tables of <c>docs/architecture.md</c> are what the templates of dev say; <c>ACCEPT=1</c> rewrites them.
/// </summary>
[Trait("Kind", "Generated")]
public sealed class ArchitectureDocumentTests
{
    private static readonly GeneratedFile Document = new("docs/architecture.md");

    [Fact]
    public void Resources_AreThoseOfTheTemplates() => Document.Holds("resources", "| stack | resources |", Resources());

    [Fact]
    public void Exports_AreThoseOfTheTemplates() => Document.Holds("exports", "| from | value | used by |", Exports());

    [Fact]
    public void Behaviors_AreThoseOfTheDistribution() => Document.Holds("behaviors", "| path | origin | cached |", Behaviors());

    private static IEnumerable<string> Resources() =>
        from template in Stages.Dev.Templates
        let types = template.Resources.CountBy(resource => resource.Type).OrderBy(type => type.Key, StringComparer.Ordinal)
        select $"| {template.Stack} | {string.Join(", ", types.Select(type => $"{type.Value} `{type.Key}`"))} |";

    private static IEnumerable<string> Exports() =>
        from template in Stages.Dev.Templates
        from output in template.Json["Outputs"]?.AsObject() ?? []
        where output.Value!["Export"] is not null
        let users = Users(Stages.Dev, template.Stack, output.Key)
        let more = Users(Stages.Full, template.Stack, output.Key).Except(users).Select(user => $"{user} (with an option)")
        select $"| {template.Stack} | `{output.Key}`: {output.Value["Description"]} | {string.Join(", ", users.Concat(more))} |";

    private static IReadOnlyList<string> Users(SynthesizedStage stage, string stack, string output)
    {
        var import = $"\"Fn::ImportValue\":\"{stage.Stack(stack).Json["Outputs"]![output]!["Export"]!["Name"]}\"";
        return [.. stage.Templates.Where(user => user.Json.ToJsonString().Contains(import, StringComparison.Ordinal))
            .Select(user => user.Stack)];
    }

    private static IEnumerable<string> Behaviors()
    {
        var distribution = Stages.Dev.Site.Only("AWS::CloudFront::Distribution");
        return distribution["DistributionConfig.CacheBehaviors"]!.AsArray()
            .Append(distribution["DistributionConfig.DefaultCacheBehavior"])
            .Select(behavior => $"| `{behavior!["PathPattern"] ?? "*"}` | {OriginOf(distribution, behavior)} | {Cached(behavior)} |");
    }

    private static string OriginOf(Resource distribution, JsonNode behavior)
    {
        var origin = distribution["DistributionConfig.Origins"]!.AsArray()
            .Single(candidate => $"{candidate!["Id"]}" == $"{behavior["TargetOriginId"]}");
        return Intrinsics.Render(origin!["DomainName"]) switch
        {
            var api when api.Contains("execute-api", StringComparison.Ordinal) => "REST API",
            var images when images.Contains("ImagesBucketName", StringComparison.Ordinal) => "images bucket",
            _ => "pages bucket",
        };
    }

    private static string Cached(JsonNode behavior) => behavior["CachePolicyId"] is JsonObject reference
        ? $"{Stages.Dev.Site.Behind(Intrinsics.Render(reference))["CachePolicyConfig.Comment"]}"
        : "Never";
}
