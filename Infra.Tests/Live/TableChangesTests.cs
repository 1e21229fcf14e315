namespace Lexicon.Infra.Tests.Live;

/// <summary>How the changes of the table come to the function that tells of them.</summary>
public sealed class TableChangesTests
{
    [Theory, InEveryVariant]
    public void Changes_OfGlossariesAndTermsAlone_AreReadInOrder_ByTheVersionThatIsLive(string stage)
    {
        var mapping = Live(stage).Only("AWS::Lambda::EventSourceMapping");

        mapping.Says(
            ("EventSourceArn", StreamOf(stage)), ("FunctionName", Alias(stage).Ref), ("StartingPosition", "LATEST"),
            ("ParallelizationFactor", "1"));
        Assert.Equal(
            """{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"GLOSSARY#"}]},"sk":{"S":["GLOSSARY",{"prefix":"TERM#"}]}}}}""",
            Assert.Single(mapping.Items("FilterCriteria.Filters"))["Pattern"]!.ToString());
    }

    [Theory, InEveryVariant]
    public void ChangeThatFails_IsTriedAgainAlone_AndGivenUpIntoAQueue(string stage)
    {
        var mapping = Live(stage).Only("AWS::Lambda::EventSourceMapping");
        var queue = Live(stage).OfType("AWS::SQS::Queue").Single(
            one => one.Text("QueueName").EndsWith("-Unpublished", StringComparison.Ordinal));

        mapping.Says(
            ("BisectBatchOnFunctionError", "true"), ("MaximumRetryAttempts", "5"), ("MaximumRecordAgeInSeconds", "3600"),
            ("DestinationConfig.OnFailure.Destination", queue.Arn));
        Assert.Equal(["ReportBatchItemFailures"], mapping.Texts("FunctionResponseTypes"));
    }

    [Theory, InEveryVariant]
    public void Function_MayReadTheStream_AndSendToConnections(string stage)
    {
        var role = Live(stage).OfType("AWS::IAM::Role").Single(
            one => one.LogicalId.StartsWith("PublishChangesRole", StringComparison.Ordinal));
        var statements = Statement.Of(role, Live(stage)).Select(statement => $"{statement}").ToList();

        Assert.Contains($"dynamodb:DescribeStream, dynamodb:GetRecords, dynamodb:GetShardIterator on {StreamOf(stage)}", statements);
        Assert.Single(statements, one => one.StartsWith("dynamodb:ListStreams on ", StringComparison.Ordinal)
            && one.EndsWith("-Data-TableName}/stream/*", StringComparison.Ordinal));
        Assert.Single(statements, one => one.StartsWith("execute-api:ManageConnections on ", StringComparison.Ordinal)
            && one.EndsWith("/POST/@connections/*", StringComparison.Ordinal));
    }

    private static string StreamOf(string stage) => $"${{import Lexicon-{Stages.Named(stage).Name}-Data-TableStreamArn}}";

    private static Resource Alias(string stage) =>
        Live(stage).OfType("AWS::Lambda::Alias").Single(one => one.LogicalId.StartsWith("PublishChanges", StringComparison.Ordinal));

    private static Template Live(string stage) => Stages.Named(stage).Stack("Live");
}
