using System.Text.Json.Nodes;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>What of a change would break clients; <see cref="OpenApiDocumentTests"/> asks it of the API.</summary>
public sealed class BreakingChangesTests
{
    public static TheoryData<string, string> Breaches() => new()
    {
        { "paths./api/glossaries", "GET /api/glossaries is gone" },
        { "paths./api/glossaries.get.responses.200", "GET /api/glossaries answers 200 no more" },
        { "paths./api/glossaries.get.parameters.0", "GET /api/glossaries takes no query limit any more" },
        { "components.schemas.GlossaryPage.properties.nextCursor", "GET /api/glossaries, 200 has no nextCursor any more" },
        { "components.schemas.GlossaryRequest.properties.description", "POST /api/me/glossaries, body takes no description any more" },
    };

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
