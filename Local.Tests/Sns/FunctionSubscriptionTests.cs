using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html.</summary>
public sealed class FunctionSubscriptionTests : IDisposable
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:reader";
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Fact]
    public async Task Function_GetsTheEventOfSns()
    {
        var subscription = _sns.Subscribe("lambda", Function);

        var id = await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one")
        {
            Attributes = new Dictionary<string, MessageAttribute> { ["kind"] = MessageAttribute.Text("test") },
        });

        var request = Assert.Single(_sns.Invocations);
        Assert.Equal(
            (Function, InvocationType.Event, "sns.amazonaws.com", RunningSns.Topic),
            (request.FunctionName, request.InvocationType, request.ServicePrincipal, request.SourceArn));
        var records = JsonNode.Parse(request.Payload.Span)!.AsObject();
        var sns = records["Records"]![0]!["Sns"]!.AsObject();
        (sns["Signature"], sns["SigningCertUrl"]) = ("...", "...");
        Assert.Equal(
            $$$$$"""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"{{{{{subscription}}}}}","Sns":{
            "Type":"Notification","MessageId":"{{{{{id}}}}}","TopicArn":"{{{{{RunningSns.Topic}}}}}","Subject":null,"Message":"one",
            "Timestamp":"2026-11-22T10:15:30.123Z","SignatureVersion":"1","Signature":"...","SigningCertUrl":"...",
            "UnsubscribeUrl":"http://localhost:9202/?Action=Unsubscribe\u0026SubscriptionArn={{{{{subscription}}}}}",
            "MessageAttributes":{"kind":{"Type":"String","Value":"test"}}}}]}
            """.ReplaceLineEndings(""),
            records.ToJsonString());
    }

    [Fact]
    public async Task Function_ThatDoesNotAllowIt_LeavesADeadLetter()
    {
        _sns.AddQueue("dead");
        _sns.Refusal = new LambdaServiceException("AccessDeniedException", 403, "no");
        _sns.Subscribe(
            "lambda", Function, $$"""{ "RedrivePolicy": { "deadLetterTargetArn": "{{RunningSns.DeadLetters}}" } }""");

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one"));

        var dead = JsonNode.Parse(Assert.Single(await _sns.ReceiveAsync(RunningSns.DeadLetters)).Body)!;
        Assert.Equal(("Notification", "one"), ((string?)dead["Type"], (string?)dead["Message"]));
    }

    [Fact]
    public async Task Email_IsSaidAndKept()
    {
        _sns.Subscribe("email", "a@example.com");

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one\ntwo", "Hello"));

        Assert.Equal("E-mail to a@example.com: Hello: one two", Assert.Single(_sns.Said));
        Assert.Equal(new Email("a@example.com", "Hello", "one\ntwo", _sns.Clock.GetUtcNow()), Assert.Single(_sns.Topics.Emails));
    }
}
