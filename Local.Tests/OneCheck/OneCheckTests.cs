using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.OneCheck;

/// <summary><c>--explain</c> and a start refuse the same: all that is wrong, at once.</summary>
public sealed class OneCheckTests
{
    public static TheoryData<string> Kinds => [.. Mistakes.All.Keys];

    [Fact]
    public async Task App_WithoutMistakes_IsNotRefusedAndStarts()
    {
        using var app = new SampleApp();

        Assert.Empty(await app.ExplainAsync(SampleApp.Template()));
        Assert.Empty(await app.StartAsync(SampleApp.Template()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Mistake_AtAnyProperty_IsRefusedByBothOrByNeither_InPlainWords(string kind)
    {
        string[] inner = ["it cannot be provisioned", "System.", "Lexicon.", "JSON deserialization", "\uF8FF", "Object reference", "\n"];
        using var app = new SampleApp();
        var found = new List<string>();
        foreach (var place in Mistakes.Places(SampleApp.Template()).ToList())
        {
            var explained = await app.ExplainAsync(Mistakes.With(SampleApp.Template(), place, Mistakes.All[kind]));

            // What the check refuses a start refuses with the same lines, before it does anything: ManyMistakes_AreFoundAtOnce.
            var started = explained is []
                ? await app.StartAsync(Mistakes.With(SampleApp.Template(), place, Mistakes.All[kind]))
                : [];
            found.AddRange(started.Select(line => $"{place}: a start alone says {line}"));
            found.AddRange(explained
                .Where(line => inner.Any(word => line.Contains(word, StringComparison.Ordinal)))
                .Select(line => $"{place}: {line}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task ManyMistakes_AreFoundAtOnce()
    {
        using var app = new SampleApp();
        var template = SampleApp.Template();
        foreach (var (place, value) in new (string, string)[]
        {
            ("Function/Properties/Runtime", "cobol"),
            ("Function/Properties/MemorySize", "64"),
            ("Function/Properties/Timeout", "901"),
            ("Queue/Properties/VisibilityTimeout", "soon"),
            ("Queue/Properties/DelaySeconds", "1000"),
            ("Api/Properties/ApiKeySourceType", "AUTHORIZER"),
            ("Options/Properties/AuthorizationType", "MAGIC"),
            ("Subscription/Properties/Protocol", "pigeon"),
            ("Role/Properties/ManagedPolicyArns", "arn:aws:iam::aws:policy/Unheard"),
            ("Distribution/Properties/DistributionConfig/DefaultCacheBehavior/TargetOriginId", "elsewhere"),
        })
        {
            Set(template["Resources"]!, place.Split('/'), value);
        }

        var refused = await app.ExplainAsync(template);

        Assert.All(
            (string[])[
                "App/Function (AWS::Lambda::Function): property 'Runtime'",
                "App/Function (AWS::Lambda::Function): property 'MemorySize'",
                "App/Function (AWS::Lambda::Function): property 'Timeout'",
                "App/Queue (AWS::SQS::Queue): the property 'VisibilityTimeout' is not valid: it must be a whole number, not \"soon\"",
                "App/Queue (AWS::SQS::Queue): property 'DelaySeconds'",
                "App/Api (AWS::ApiGateway::RestApi): property 'ApiKeySourceType'",
                "App/Options (AWS::ApiGateway::Method): property 'AuthorizationType'",
                "App/Subscription (AWS::SNS::Subscription): property 'Protocol'",
                "Unheard",
                "App/Distribution (AWS::CloudFront::Distribution): property 'DistributionConfig.DefaultCacheBehavior.TargetOriginId'",
            ],
            start => Assert.True(
                refused.Any(line => line.Contains(start, StringComparison.Ordinal)), $"{start}: {string.Join('\n', refused)}"));
        Assert.Equal(10, refused.Length);
        Assert.Equal(refused, await app.StartAsync(template));
    }

    private static void Set(JsonNode at, string[] keys, string value)
    {
        var owner = keys[..^1].Aggregate(at, (node, key) => node[key]!);
        owner[keys[^1]] = owner[keys[^1]] is JsonArray ? new JsonArray(value) : value;
    }
}
