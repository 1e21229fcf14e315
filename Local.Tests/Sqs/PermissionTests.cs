namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html.</summary>
public sealed class PermissionTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Caller_WithoutPermission_IsDenied()
    {
        _letters.AddRole();

        var (status, _, body) = await _letters.SendAsync("ReceiveMessage", """{ "QueueUrl": "letters" }""", caller: RunningSqs.Reader);

        Assert.Equal(403, status);
        Assert.Contains(
            "is not authorized to perform: sqs:ReceiveMessage on resource: arn:aws:sqs:us-east-1:123456789012:letters",
            body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OfTheQueue_AllowsAndDenies()
    {
        _letters.AddRole();
        _letters.Provision("AWS::SQS::QueuePolicy", """
            { "Queues": ["http://localhost:9202/123456789012/letters"], "PolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/reader" }, "Action": "sqs:*", "Resource": "*" },
              { "Effect": "Deny", "Principal": "*", "Action": "sqs:PurgeQueue", "Resource": "*" },
              { "Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*",
                "Condition": { "Bool": { "aws:SecureTransport": "false" } } } ] } }
            """, "Policy");

        Assert.Equal(
            200, (await _letters.SendAsync("ReceiveMessage", """{ "QueueUrl": "letters" }""", caller: RunningSqs.Reader)).Status);
        Assert.Equal(403, (await _letters.SendAsync("PurgeQueue", """{ "QueueUrl": "letters" }""", caller: RunningSqs.Reader)).Status);
        Assert.True(_letters.Queues.AuthorizeSending(RunningSqs.Reader, "arn:aws:sqs:us-east-1:123456789012:letters").Allowed);
    }
}
