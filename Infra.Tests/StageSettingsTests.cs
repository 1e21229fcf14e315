using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What the context may say.</summary>
public sealed class StageSettingsTests
{
    [Fact]
    public void Stage_IsDevInUsEast1_WhenNothingIsSaid()
    {
        var settings = Read();

        Assert.Equal(("dev", "us-east-1"), (settings.Name, settings.Region));
    }

    [Fact]
    public void Region_IsTheOneNamed() => Assert.Equal("eu-north-1", Read(("region", "eu-north-1")).Region);

    [Fact]
    public void UnknownStage_IsRefusedByName()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Read(("stage", "staging")));

        Assert.Equal("Context stage is 'staging'; there are dev and prod.", refusal.Message);
    }

    [Fact]
    public void Prod_KeepsDataAndRefusesPasswordsByApi()
    {
        var prod = Read(("stage", "prod"));

        Assert.True(prod.KeepsData);
        Assert.False(prod.AllowsPasswordSignIn);
    }

    private static StageSettings Read(params (string Name, string Value)[] context)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        try
        {
            return Stages.WithApp(folder, context, app => StageSettings.Read(app.Node));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
