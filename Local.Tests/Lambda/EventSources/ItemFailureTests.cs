using Lexicon.Local.Lambda.EventSources.Batches;
using Lexicon.Local.Tests.ApiGateway;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html.</summary>
public sealed class ItemFailureTests
{
    private static readonly HashSet<string> Batch = ["1", "2"];

    [Theory]
    [InlineData("""{"batchItemFailures":[]}""")]
    [InlineData("""{"batchItemFailures":null}""")]
    [InlineData("""{"other":1}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("")]
    public void NoFailures_AreASuccess(string response) => Assert.Equal(BatchOutcome.Ending.Succeeded, Read(response).Kind);

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":1}]}""")]
    [InlineData("""{"batchItemFailures":[{"badKey":"1"}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"1"},{"itemIdentifier":"3"}]}""")]
    [InlineData("""{"batchItemFailures":["1"]}""")]
    [InlineData("""{"batchItemFailures":"1"}""")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("{")]
    public void Identifiers_ThatAreOfNoRecord_FailTheWholeBatch(string response) =>
        Assert.Equal(BatchOutcome.Ending.Failed, Read(response).Kind);

    [Fact]
    public void Identifiers_OfTheBatch_FailInPart()
    {
        var outcome = Read("""{"batchItemFailures":[{"itemIdentifier":"2"},{"itemIdentifier":"2"}]}""");

        Assert.Equal((BatchOutcome.Ending.FailedInPart, "2"), (outcome.Kind, Assert.Single(outcome.Failures)));
    }

    private static BatchOutcome Read(string response) => ItemFailures.Read(FakeFunctions.Payload(response), Batch);
}
