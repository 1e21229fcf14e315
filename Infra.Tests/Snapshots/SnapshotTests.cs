using System.Text.Encodings.Web;
using System.Text.Json;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Snapshots;

/// <summary>
/// Every template as a whole, so that no change goes unseen. What matters has an assertion with a name elsewhere; after a
/// change that is meant, <c>UPDATE_SNAPSHOTS=1</c> rewrites the files.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("Account", "dev")]
    [InlineData("Account", "prod")]
    [InlineData("Data", "dev")]
    [InlineData("Data", "prod")]
    [InlineData("Api", "dev")]
    [InlineData("Api", "prod")]
    [InlineData("Site", "dev")]
    [InlineData("Site", "prod")]
    [InlineData("Operations", "dev")]
    [InlineData("Operations", "prod")]
    public void Template_IsAsVerified(string stack, string stage)
    {
        var received = Scrubbers.Scrub(Stages.Named(stage).Stack(stack).Json.ToJsonString(s_readable)).ReplaceLineEndings("\n");
        var path = Repository.File("Infra.Tests", "Snapshots", $"{stack}.{stage}.verified.json");
        var receivedPath = path.Replace(".verified.", ".received.", StringComparison.Ordinal);

        if (System.Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, received);
        }

        var verified = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (received == verified)
        {
            File.Delete(receivedPath);
        }
        else
        {
            File.WriteAllText(receivedPath, received);
        }

        Assert.Equal(verified, received);
    }

    [Fact]
    public void EverySnapshot_HasAStack()
    {
        var files = Directory.EnumerateFiles(Repository.File("Infra.Tests", "Snapshots"), "*.verified.json");
        var stacks =
            from stage in Stages.All
            from template in stage.Templates
            select $"{template.Stack}.{stage.Name}.verified.json";

        Assert.Equal(stacks.Order(), files.Select(Path.GetFileName).Order());
    }
}
