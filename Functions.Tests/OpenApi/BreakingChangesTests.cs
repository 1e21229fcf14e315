using System.Text.Json.Nodes;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>
/// Whoever breaks clients of the API declares it in docs/api-changes.md. What only adds is taken over by <c>make accept</c>.
/// </summary>
public sealed class BreakingChangesTests
{
    private static readonly string Published = Path.Combine("Functions.Tests", "OpenApi", "published.json");

    public static TheoryData<string, string> Breaches() => new()
    {
        { "paths./api/glossaries", "GET /api/glossaries is gone" },
        { "paths./api/glossaries.get.responses.200", "GET /api/glossaries answers 200 no more" },
        { "paths./api/glossaries.get.parameters.0", "GET /api/glossaries takes no query limit any more" },
        { "components.schemas.GlossaryPage.properties.nextCursor", "GET /api/glossaries, 200 has no nextCursor any more" },
        { "components.schemas.GlossaryRequest.properties.description", "POST /api/me/glossaries, body takes no description any more" },
    };

    [Fact]
    [Trait("Kind", "Generated")]
    public void TheApi_BreaksNoClientThatNobodyDeclared()
    {
        var now = OpenApiDocument.Generate();
        var before = Repository.File(Published) is { } file && File.Exists(file) ? File.ReadAllText(file) : now;
        var declared = File.ReadAllText(Repository.File("docs", "api-changes.md"));

        Assert.DoesNotContain(
            BreakingChanges.Between(JsonNode.Parse(before)!, JsonNode.Parse(now)!),
            change => !declared.Contains($"- {change}.", StringComparison.Ordinal));
        new GeneratedFile(Published).Is(now);
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public void WhatIsTakenAway_IsFound(string path, string change)
    {
        var (old, now) = (JsonNode.Parse(OpenApiDocument.Generate())!, JsonNode.Parse(OpenApiDocument.Generate())!);
        Remove(now, path);

        Assert.Contains(change, BreakingChanges.Between(old, now));
    }

    [Theory]
    [InlineData("minLength", 2, "POST /api/me/glossaries, body.title has a larger minLength")]
    [InlineData("maxLength", 99, "POST /api/me/glossaries, body.title has a smaller maxLength")]
    [InlineData("maxLength", 101, null)]
    public void Bound_ThatIsNarrower_IsFound_AndAWiderOneIsNone(string bound, int value, string? change)
    {
        var (old, now) = (JsonNode.Parse(OpenApiDocument.Generate())!, JsonNode.Parse(OpenApiDocument.Generate())!);
        now["components"]!["schemas"]!["GlossaryRequest"]!["properties"]!["title"]![bound] = value;

        Assert.Equal(change is not null, BreakingChanges.Between(old, now).Contains(change ?? ""));
        Assert.Equal(change is null, BreakingChanges.Between(old, now) is []);
    }

    private static void Remove(JsonNode document, string path)
    {
        var parts = path.Split('.');
        var holder = parts[..^1].Aggregate(document, (node, part) => node[part]!);
        if (holder is JsonArray items)
        {
            items.RemoveAt(0);
        }
        else
        {
            Assert.True(holder.AsObject().Remove(parts[^1]));
        }
    }
}
