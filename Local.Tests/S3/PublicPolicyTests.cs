using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.S3.Resources;

namespace Lexicon.Local.Tests.S3;

public sealed class PublicPolicyTests
{
    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["*"]}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringLike":{"aws:SourceVpc":"vpc-*"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringLike":{"aws:Referer":"https://example.com/*"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":["192.0.2.0/24"]}}}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"}}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"}}""", false)]
    [InlineData("""{"Effect":"Deny","Principal":"*"}""", false)]
    public void Policy_IsPublicAsS3CallsIt(string statement, bool expected) => Assert.Equal(
        expected, PublicPolicy.Is(JsonNode.Parse($$"""{"Statement":[{{statement}}]}""")!));

    [Fact]
    public async Task PublicPolicy_OfABucketThatSaysNothingOfIt_IsRefused()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        var refusal = Assert.Throws<StartupException>(() => storage.Policy("bucket", Open));

        Assert.Contains("PublicAccessBlockConfiguration", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPolicy_OfABucketThatAllowsIt_IsTaken()
    {
        await using var storage = await RunningS3.WithBucketAsync(new { PublicAccessBlockConfiguration = new { BlockPublicAcls = true } });

        storage.Policy("bucket", Open);

        using var missing = await storage.Http.GetAsync(new Uri("/bucket/key", UriKind.Relative));
        Assert.Equal(403, (int)missing.StatusCode);
    }

    private static object Open => new { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::bucket/*" };
}
