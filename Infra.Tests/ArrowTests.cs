using System.Text.RegularExpressions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Data -> Api -> Site -> Operations: one stack knows of another a short list of named values, and no arrow points back.</summary>
public sealed partial class ArrowTests
{
    [Theory]
    [InEveryVariant]
    public void Exports_AreThisListAndNoMore(string stage)
    {
        var exports =
            from template in Stages.Named(stage).Templates
            from output in template.Json["Outputs"]?.AsObject() ?? []
            where output.Value!["Export"] is not null
            select $"{output.Value!["Export"]!["Name"]} = {Intrinsics.Render(output.Value["Value"])}";
        var name = Stages.Named(stage).Name;

        Assert.Equal(
            [
                $"Lexicon-{name}-Data-TableName = ${{GlossariesTableC9239ACE}}",
                $"Lexicon-{name}-Data-UserPoolId = ${{ReadersPoolE73218F0}}",
                $"Lexicon-{name}-Data-Issuer = ${{ReadersPoolE73218F0.ProviderURL}}",
                $"Lexicon-{name}-Data-SignInOrigin = https://${{ReadersPoolDomain7098E1BF}}.auth.us-east-1.amazoncognito.com",
                $"Lexicon-{name}-Data-ImagesBucketName = ${{ImagesBucket4B6DB8E1}}",
                .. stage == "full" ? [$"Lexicon-{name}-Data-TableKeyArn = ${{GlossariesEncryptionKey40C33E3F.Arn}}"] : (string[])[],
                $"Lexicon-{name}-Api-ApiId = ${{GlossaryApi4C8776F1}}",
                $"Lexicon-{name}-Site-DistributionId = ${{EdgeDistribution0060737B}}",
                $"Lexicon-{name}-Site-PagesBucketName = ${{PagesBucket1F9960AC}}",
            ],
            exports);
    }

    [Theory]
    [InlineData("Data", "")]
    [InlineData("Api", "Data-TableName, Data-UserPoolId")]
    [InlineData("Site", "Api-ApiId, Data-ImagesBucketName, Data-Issuer, Data-SignInOrigin, Data-UserPoolId")]
    [InlineData("Operations", "Data-TableName, Site-DistributionId")]
    public void Stack_ImportsOnlyWhatStandsBeforeIt(string stack, string imports)
    {
        Assert.All(Stages.All, stage => Assert.Equal(imports, ImportsOf(stage, stack)));
    }

    [Theory]
    [InlineData("Data", "")]
    [InlineData("Api", "Data-TableKeyArn, Data-TableName, Data-UserPoolId")]
    [InlineData("Site", "Api-ApiId, Data-ImagesBucketName, Data-Issuer, Data-SignInOrigin, Data-UserPoolId")]
    [InlineData("Operations", "Data-ImagesBucketName, Data-TableName, Site-DistributionId, Site-PagesBucketName")]
    public void Stack_ImportsALittleMore_WithEveryOption(string stack, string imports) =>
        Assert.Equal(imports, ImportsOf(Stages.Full, stack));

    [Theory]
    [InlineData("Data", "")]
    [InlineData("Api", "Account, Data")]
    [InlineData("Site", "Api, Data")]
    [InlineData("Operations", "Api, Data, Site")]
    public void Stack_IsDeployedAfterThoseItNeeds(string stack, string before)
    {
        foreach (var stage in Stages.Variants.Values)
        {
            var artifacts = stage.Stack(stack).DependsOn;
            var names =
                from template in stage.Templates
                where artifacts.Contains(template.Artifact)
                orderby template.Stack
                select template.Stack;

            Assert.Equal(before, string.Join(", ", names));
        }
    }

    [Theory]
    [InEveryVariant]
    public void Outputs_TellWhereTheSiteIsAndWhoSignsIn(string name)
    {
        var stage = Stages.Named(name);
        var deployed = stage.Api.Only("AWS::ApiGateway::Stage").LogicalId;

        Assert.Equal(
            name == "full" ? "https://lexicon.example.com" : "https://${EdgeDistribution0060737B.DomainName}",
            stage.Site.Output("SiteUrl"));
        Assert.Equal("${SignInClient51D43616}", stage.Site.Output("UserPoolClientId"));
        Assert.Equal("${ReadersPoolE73218F0}", stage.Data.Output("UserPoolId"));
        Assert.Equal(
            $"https://${{GlossaryApi4C8776F1}}.execute-api.us-east-1.${{AWS::URLSuffix}}/${{{deployed}}}/",
            stage.Api.Output("ApiUrl"));
    }

    private static string ImportsOf(SynthesizedStage stage, string stack) => string.Join(
        ", ",
        Import().Matches(stage.Stack(stack).Json.ToJsonString())
            .Select(match => match.Groups[1].Value.Replace($"Lexicon-{stage.Name}-", "", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal));

    [GeneratedRegex("""
        "Fn::ImportValue":"([^"]+)"
        """)]
    private static partial Regex Import();
}
