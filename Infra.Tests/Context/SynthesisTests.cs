namespace Lexicon.Infra.Tests.Context;

/// <summary>
/// Whatever the options accept is synthesized, and has only resources that AWS has there. Two rows of the route table are enough: one that
/// anybody may call, and one for readers.
/// </summary>
public sealed class SynthesisTests
{
    private static readonly Route[] Rows =
        [Routes.All.First(route => route.Access is Audience.Anyone), Routes.All.First(route => route.Access is Audience.SignedIn)];

    private static readonly ContextOption Region = ContextOption.All.Single(option => option.Name == "region");

    // What a Region lacks is left out there, and nothing else differs from one Region to the next.
    [Fact]
    public async Task EachRegion_HasEveryTypeOfItsTemplates() => Assert.Equal(
        [
            "ap-northeast-3 F3006 Resource type 'AWS::Budgets::Budget' does not exist in 'ap-northeast-3'",
            "eu-north-1 F3006 Resource type 'AWS::Budgets::Budget' does not exist in 'eu-north-1'",
        ],
        await RefusedAsync([.. Region.Values.Select(region => (region, Stages.Dev)), (Options.GlobalRegion, Stages.Full)]));

    [Theory, InlineData("eu-north-1"), InlineData("ap-northeast-3")]
    public async Task Stage_HasNoBudget_WhereCloudFormationMakesNone(string region)
    {
        var there = Stages.Synthesize("dev", Rows, ("region", region));

        Assert.Empty(await RefusedAsync((region, there)));
        Assert.DoesNotContain(region, Stages.Dev.Operations.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            Stages.Dev.Operations.Resources.Select(resource => resource.Type).Distinct().Except(["AWS::Budgets::Budget"]),
            there.Operations.Resources.Select(resource => resource.Type).Distinct());
    }

    [Fact]
    public async Task EachOptionAlone_IsSynthesized_AndValid()
    {
        var alone =
            from option in ContextOption.All
            where option.Name is not ("region" or "stage" or "hostedZoneId" or "hostedZoneName")
            let more = option.Name == "domainName" ? ["hostedZoneId", "hostedZoneName"] : (string[])[]
            select Stages.Synthesize("prod", Rows, [.. more.Prepend(option.Name).Select(Stages.Example)]);

        Assert.Empty(await RefusedAsync([.. alone.Select(stage => (Options.GlobalRegion, stage))]));
    }

    [Fact]
    public void EachPairOfOptions_IsReadOrRefusedByName()
    {
        var pairs =
            from one in ContextOption.All
            from other in ContextOption.All
            where string.CompareOrdinal(one.Name, other.Name) < 0
            select (one, other);
        Assert.All(pairs, pair =>
        {
            var options = new Options();
            pair.one.Set(options, pair.one.Example);
            pair.other.Set(options, pair.other.Example);
            if (Record.Exception(() => OptionConflicts.Check(options)) is { } refusal)
            {
                Assert.IsType<RefusedContextException>(refusal);
                Assert.Contains(
                    ContextOption.All,
                    option => refusal.Message.StartsWith($"Context option {option.Name} ", StringComparison.Ordinal));
            }
        });
    }

    // CDK's own names are the synthesizer's to change: what is left of them would be ours.
    [Fact]
    public async Task QualifierAndKeyOfTheBootstrap_AreThoseOfTheContext_Everywhere()
    {
        var key = Stages.Example("bootstrapKey").Value;
        var stage = Stages.Synthesize(
            "dev", Rows, ("@aws-cdk/core:bootstrapQualifier", "mine2"), ("bootstrapKey", key), ("githubRepository", "example/lexicon"));

        Assert.DoesNotContain("hnb659fds", stage.Manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.All(
            stage.Templates, template => Assert.DoesNotContain("hnb659fds", template.Json.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(
            ["Deployment", "Deployment", "Site"],
            from template in stage.Templates
            from role in template.OfType("AWS::IAM::Role")
            from statement in Statement.Of(role, template)
            where $"{statement}" == $"kms:Decrypt on {key} if StringEquals kms:ViaService s3.us-east-1.amazonaws.com"
            orderby template.Stack
            select template.Stack);
        Assert.Empty(await RefusedAsync((Options.GlobalRegion, stage)));
    }

    [Fact]
    public void RoleToLogWith_ThatTheAccountHas_IsLeftAlone()
    {
        var stage = Stages.Synthesize("dev", Rows, ("gatewayLogRole", "existing"));

        Assert.DoesNotContain(stage.Templates, template => template.Stack == "Account");
        Assert.Equal(["LexicondevData", "LexicondevEvents"], stage.Api.DependsOn.Select(name => name[..^8]));
    }

    // What the schemas of a Region refuse, each in a line.
    private static async Task<IEnumerable<string>> RefusedAsync(params (string Region, SynthesizedStage Stage)[] stages)
    {
        string[] words =
        [
            .. stages.SelectMany(pair => pair.Stage.Templates.Select(template => template.Path).Prepend(pair.Region)),
        ];
        var lines = await NodeJs.RunAsync(Repository.File("Infra.Tests", "Context", "validate-in-region.mjs"), words);
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }
}
