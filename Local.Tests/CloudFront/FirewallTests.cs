using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html.</summary>
public sealed class FirewallTests
{
    [Fact]
    public async Task Distribution_WithAWebAcl_BlocksWhatThatBlocks_EvenWhatIsCached()
    {
        await using var edge = await StartAsync(limit: 2);
        await edge.PutAsync("index.html", "page");

        var first = await edge.GetAsync("/");
        var second = await edge.GetAsync("/");
        var third = await edge.GetAsync("/");

        Assert.Equal([200, 200, 403], [(int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode]);
        Assert.Contains("Request blocked.", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        edge.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (int)(await edge.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Distribution_WithAWebAclThatIsNot_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() =>
            RunningCloudFront.StartAsync(distribution: new { WebACLId = "arn:none" }));

        Assert.Contains("there is no web ACL arn:none", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RunningCloudFront> StartAsync(int limit)
    {
        var acl = new TemplateResource("Test", "Acl", "AWS::WAFv2::WebACL", JsonNode.Parse($$"""
            { "Name": "edge", "Scope": "CLOUDFRONT", "DefaultAction": { "Allow": {} }, "Rules": [
              { "Name": "rate", "Priority": 1, "Action": { "Block": {} },
                "Statement": { "RateBasedStatement": { "Limit": {{limit}}, "AggregateKeyType": "IP" } } } ] }
            """)!.AsObject());
        return await RunningCloudFront.StartAsync(
            distribution: new { WebACLId = $"arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/{acl.ShortId(32)}" },
            prepare: edge => edge.Firewall.ResourceTypes.Single(type => type.Name == acl.Type).Provision(acl));
    }
}
