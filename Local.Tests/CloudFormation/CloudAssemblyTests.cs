using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFormation;

public sealed class CloudAssemblyTests
{
    [Fact]
    public void Load_WithoutAManifest_SaysWhatToDo()
    {
        var missing = Path.Combine(Path.GetTempPath(), "lexicon-no-such-folder");

        var refusal = Assert.Throws<StartupException>(() => CloudAssembly.Load(missing));

        Assert.Equal($"no cloud assembly in {missing}: there is no manifest.json; run 'npx cdk synth' first, "
            + "or name another folder with --assembly", refusal.Message);
    }

    [Fact]
    public void Load_PutsEveryStackAfterThoseItDependsOn()
    {
        using var folder = new AssemblyFolder()
            .With("Site", """{"Resources":{}}""", "Api")
            .With("Api", """{"Resources":{}}""", "Data")
            .With("Data", """{"Resources":{}}""");

        Assert.Equal(["Data", "Api", "Site"], folder.Load().Stacks.Select(stack => stack.Name));
    }

    [Fact]
    public void Load_WithAnUnknownSection_RefusesIt()
    {
        using var folder = new AssemblyFolder().With("One", """{"Resources":{},"Hooks":{}}""");

        Assert.Equal("stack One: the template section 'Hooks' is not supported by the local runner",
            Assert.Throws<StartupException>(folder.Load).Message);
    }

    [Fact]
    public void Load_WithAMacro_RefusesIt()
    {
        using var folder = new AssemblyFolder().With("One", """{"Transform":"AWS::Serverless-2016-10-31","Resources":{}}""");

        Assert.Equal("stack One: the transform \"AWS::Serverless-2016-10-31\" is not supported by the local runner",
            Assert.Throws<StartupException>(folder.Load).Message);
    }

    [Fact]
    public void Assets_AreFoundByTheirObjectKey()
    {
        using var folder = new AssemblyFolder().With("One", """{"Resources":{}}""").WithAssets("""
            {"files":{"abc":{"source":{"path":"asset.abc","packaging":"zip"},
              "destinations":{"d":{"bucketName":"cdk-${AWS::AccountId}","objectKey":"abc.zip"}}},
             "def":{"source":{"path":"gone.txt","packaging":"file"},"destinations":{"d":{"bucketName":"b","objectKey":"def.txt"}}}}}
            """);
        var path = Directory.CreateDirectory(Path.Combine(folder.Path, "asset.abc")).FullName;

        var assets = folder.Load().Assets;

        Assert.Equal(new Asset(path, true, "abc"), assets.Find("cdk-123456789012", "abc.zip"));
        Assert.Equal($"the asset {Path.Combine(folder.Path, "gone.txt")} is missing; run 'npx cdk synth' again",
            Assert.Throws<StartupException>(() => assets.Find("b", "def.txt")).Message);
        Assert.Equal("no asset of the cloud assembly is uploaded to s3://b/nothing",
            Assert.Throws<StartupException>(() => assets.Find("b", "nothing")).Message);
    }
}
