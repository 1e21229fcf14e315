using System.Reflection;
using Lexicon.Infra.Tests.Synthesis;
using Xunit.Sdk;
using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>The harness runs a test as xunit would, to its end: what fails later fails as well.</summary>
public sealed class NamedAssertionTests
{
    [Theory]
    [InlineData(nameof(Samples.FailsAtOnce))]
    [InlineData(nameof(Samples.FailsLaterAsync))]
    public async Task Assertion_ThatFails_IsAttributed_NowOrLater(string name)
    {
        var failure = await Sample(name).RunAsync();

        _ = Assert.IsAssignableFrom<IAssertionException>(failure);
    }

    [Fact]
    public async Task Assertion_ThatHolds_FailsWithNothing() => Assert.Null(await Sample(nameof(Samples.LooksAtDevLaterAsync)).RunAsync());

    [Fact]
    public async Task SabotageOfAStage_IsCaughtByAnAssertionThatLooksAtItLater()
    {
        var (promises, broken) = await Promises.MakeAsync([Sample(nameof(Samples.LooksAtDevLaterAsync))]);
        var sabotage = new Sabotage("The table is gone", "dev Data", "Glossaries/Table/Resource", Set("/Type", "\"AWS::S3::Bucket\""));

        Assert.Empty(broken);
        var caught = await promises.BrokenByAsync([(sabotage.Original, sabotage.Spoil())]);
        Assert.Equal(nameof(Samples.LooksAtDevLaterAsync), caught?.Assertion.Method.Name);
        _ = Assert.IsAssignableFrom<IAssertionException>(caught?.Failure);
    }

    [Fact]
    public async Task StagesAreAsTheyWere_AfterASabotage()
    {
        var original = Stages.Dev;
        var (seen, _) = await Stages.WithAsync([(original, original with { Name = "spoilt" })], async () =>
        {
            await Task.Yield();
            return Stages.Dev.Name;
        });

        Assert.Equal("spoilt", seen);
        Assert.Same(original, Stages.Dev);
    }

    private static NamedAssertion Sample(string name) => new(typeof(Samples).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!);

    private sealed class Samples
    {
        public static void FailsAtOnce() => Assert.Fail("Now.");

        public static async Task FailsLaterAsync()
        {
            await Task.Yield();
            Assert.Fail("Later.");
        }

        public static async Task LooksAtDevLaterAsync()
        {
            await Task.Yield();
            _ = Stages.Dev.Data.Only("AWS::DynamoDB::GlobalTable");
        }
    }
}
