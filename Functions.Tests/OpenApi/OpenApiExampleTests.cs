using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>What the document gives as an example fits what it says beside it.</summary>
public sealed class OpenApiExampleTests
{
    public static TheoryData<string, string, string> Members()
    {
        var members = new TheoryData<string, string, string>();
        foreach (var (schema, described) in Schemas())
        {
            foreach (var (member, bounds) in described!["properties"]!.AsObject())
            {
                if (bounds!["examples"] is not null)
                {
                    members.Add(schema, member, bounds.ToJsonString());
                }
            }
        }

        return members;
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Example_KeepsTheBoundsOfItsMember(string schema, string member, string json)
    {
        var described = JsonNode.Parse(json)!.AsObject();
        var example = described["examples"]![0]!;
        var (texts, bounds) = example is JsonArray list
            ? (list.Select(one => (string)one!), described["items"]!)
            : ([(string)example!], described);

        Assert.All(texts, text =>
        {
            Assert.InRange(text.Length, (int?)bounds["minLength"] ?? 0, (int?)bounds["maxLength"] ?? int.MaxValue);
            Assert.True(Regex.IsMatch(text, (string?)bounds["pattern"] ?? ""), $"{schema}.{member}");
        });
    }

    private static JsonObject Schemas() => JsonNode.Parse(OpenApiDocument.Generate())!["components"]!["schemas"]!.AsObject();
}
