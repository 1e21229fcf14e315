using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds for every policy, of roles, buckets, keys, queues and topics.</summary>
public sealed class PolicyTests
{
    /// <summary>See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html: in the older version a policy variable is plain text.</summary>
    [Theory]
    [InEveryVariant]
    public void EveryPolicy_HasTheVersionOf2012(string stage)
    {
        var policies = Stages.Named(stage).Templates.SelectMany(template => template.Resources).SelectMany(resource => In(resource.Json["Properties"])).ToList();

        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.Equal("2012-10-17", (string?)policy["Version"]));
    }

    private static IEnumerable<JsonObject> In(JsonNode? node) => node switch
    {
        JsonObject policy when policy["Statement"] is JsonArray => [policy],
        JsonObject value => value.SelectMany(member => In(member.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };
}
