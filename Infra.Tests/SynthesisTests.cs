using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Synthesis needs nothing but the sources: no account, no look-up, and it has nothing to complain about.</summary>
public sealed class SynthesisTests
{
    [Theory]
    [InEveryVariant]
    public void Synthesis_LooksNothingUp(string stage) => Assert.Null(Stages.Named(stage).Manifest["missing"]);

    [Theory]
    [InEveryVariant]
    public void Stacks_BelongToWhicheverAccountDeploysThem(string stage)
    {
        var environments =
            from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
            where (string)artifact.Value!["type"]! == "aws:cloudformation:stack"
            select (string)artifact.Value!["environment"]!;

        Assert.All(environments, environment => Assert.Equal("aws://unknown-account/us-east-1", environment));
    }

    [Theory]
    [InEveryVariant]
    public void Constructs_WarnOfNothing(string stage)
    {
        var messages =
            from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
            from path in artifact.Value!["metadata"]?.AsObject() ?? []
            from entry in path.Value!.AsArray()
            where (string)entry!["type"]! is "aws:cdk:warning" or "aws:cdk:error"
            select $"{path.Key}: {entry["data"]}";

        Assert.Empty(messages);
    }
}
