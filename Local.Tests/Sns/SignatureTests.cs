using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Sns;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html.</summary>
[SuppressMessage("Security", "CA5350", Justification = "Version 1 of the signatures is SHA-1.")]
public sealed class SignatureTests : IDisposable
{
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Theory]
    [InlineData("1", "Hello")]
    [InlineData("2", "Hello")]
    [InlineData("2", null)]
    public async Task Signature_IsThatOfTheCertificateAtItsAddress(string version, string? subject)
    {
        const string Topic = "arn:aws:sns:us-east-1:123456789012:signed";
        _sns.Provision("AWS::SNS::Topic", $$"""{ "TopicName": "signed", "SignatureVersion": {{version}} }""", "Signed");
        _sns.AddQueue("signed", topic: Topic);
        _sns.Subscribe("sqs", "arn:aws:sqs:us-east-1:123456789012:signed", topic: Topic);
        await _sns.Topics.PublishAsync(Topic, new NewNotification("one", subject));
        var notification = JsonNode.Parse(
            Assert.Single(await _sns.ReceiveAsync("arn:aws:sqs:us-east-1:123456789012:signed")).Body)!.AsObject();

        // The next runner serves it, too.
        var (status, pem) = await _sns.GetAsync(new Uri((string)notification["SigningCertURL"]!).AbsolutePath, _sns.Restart());
        using var certificate = X509Certificate2.CreateFromPem(pem);
        using var key = certificate.GetRSAPublicKey()!;
        var signed = string.Concat(((string[])["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"])
            .Where(notification.ContainsKey)
            .Select(name => $"{name}\n{(string?)notification[name]}\n"));

        Assert.Equal((200, version), (status, (string?)notification["SignatureVersion"]));
        Assert.True(key.VerifyData(
            Encoding.UTF8.GetBytes(signed),
            Convert.FromBase64String((string)notification["Signature"]!),
            version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1,
            RSASignaturePadding.Pkcs1));
    }
}
