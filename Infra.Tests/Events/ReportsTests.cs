namespace Lexicon.Infra.Tests.Events;

/// <summary>The way of a report: the API publishes it, a queue brings it to its function, and nobody else comes by it.</summary>
public sealed class ReportsTests
{
    [Theory, InEveryVariant]
    public void Api_PublishesReports_AndMayDoNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        var events = $"${{import Lexicon-{Stages.Named(stage).Name}-Events";
        var method = Assert.Single(api.Methods, method => method.Text("OperationName") == "ReportTerm");
        var role = api.Behind(method.Text("Integration.Credentials"));

        method.Says(
            ("Integration.Type", "AWS"), ("Integration.IntegrationHttpMethod", "POST"), ("Integration.PassthroughBehavior", "NEVER"),
            ("Integration.RequestParameters.integration.request.header.Content-Type", "'application/x-www-form-urlencoded'"));
        Assert.EndsWith(":sns:path//", method.Text("Integration.Uri"), StringComparison.Ordinal);
        Assert.Equal(
            [
                $"sns:Publish on {events}-ReportsTopicArn}}",
                $"kms:Decrypt, kms:GenerateDataKey on {events}-ReportsKeyArn}} if StringEquals kms:ViaService sns.us-east-1.amazonaws.com",
            ],
            Statement.Of(role, api).Select(statement => $"{statement}"));
        role.Says(("AssumeRolePolicyDocument.Statement.0.Principal.Service", "apigateway.amazonaws.com"));
    }

    [Theory, InEveryVariant]
    public void WhatSnsTakes_IsAccepted_AndAllElseIsAProblem(string stage) => Assert.Equal(
        ["202 2\\d{2} 'application/json'", "503  'application/problem+json'"],
        Assert.Single(Stages.Named(stage).Api.Methods, method => method.Text("OperationName") == "ReportTerm")
            .Items("Integration.IntegrationResponses")
            .Select(response => $"{response["StatusCode"]} {response["SelectionPattern"]} "
                + $"{response["ResponseParameters"]!["method.response.header.Content-Type"]}"));

    [Theory, InEveryVariant]
    public void Queue_TakesReportsOfItsTopicAlone_AndBringsThemToTheVersionThatIsLive(string stage)
    {
        var events = Stages.Named(stage).Stack("Events");
        var (topic, queue) = (events.Only("AWS::SNS::Topic"), events.At("Reports/Queue/Resource"));
        var mapping = events.Only("AWS::Lambda::EventSourceMapping");
        var alias = events.OfType("AWS::Lambda::Alias").Single(one => one.LogicalId.StartsWith("FileReport", StringComparison.Ordinal));
        var role = events.Behind(events.Behind(alias.Text("FunctionName")).Text("Role"));

        events.Only("AWS::SNS::Subscription").Says(
            ("Protocol", "sqs"), ("Endpoint", queue.Arn), ("TopicArn", topic.Ref), ("RawMessageDelivery", "true"));
        Assert.Contains(
            $"Allow sns.amazonaws.com sqs:SendMessage on {queue.Arn} if ArnEquals aws:SourceArn {topic.Ref}",
            events.OfType("AWS::SQS::QueuePolicy").SelectMany(policy => Statement.Of(policy["PolicyDocument"]))
                .Select(statement => statement.WithPrincipal()));
        mapping.Says(
            ("EventSourceArn", queue.Arn), ("FunctionName", alias.Ref), ("BatchSize", "10"),
            ("FunctionResponseTypes", "ReportBatchItemFailures"), ("ScalingConfig.MaximumConcurrency", "5"));
        queue.Says(
            ("RedrivePolicy.maxReceiveCount", "5"), ("VisibilityTimeout", "180"),
            ("RedrivePolicy.deadLetterTargetArn", events.At("Reports/ReportDeadLetters/Queue/Resource").Arn));
        Assert.Contains(
            $"sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage on {queue.Arn}",
            Statement.Of(role, events).Select(statement => $"{statement}"));
    }
}
