using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Sns.Publishing;

/// <summary>
/// A notification as queues, e-mails and functions get it
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html), in AWS's own layout.
/// </summary>
/// <param name="certificate">Signs it.</param>
/// <param name="address">Where the certificate and the link to unsubscribe are.</param>
internal sealed class NotificationDocument(SigningCertificate certificate, Uri address)
{
    private const string Type = "Notification";

    /// <summary>The document for a queue.</summary>
    public string ForQueue(Notification notification, Subscription subscription)
    {
        var members = new List<string>
        {
            Member("Type", Type),
            Member("MessageId", notification.MessageId),
        };
        Add("SequenceNumber", notification.SequenceNumber);
        Add("TopicArn", notification.TopicArn);
        Add("Subject", notification.Subject);
        Add("Message", notification.MessageFor(subscription.Protocol));
        Add("Timestamp", Timestamp(notification));

        // What a FIFO topic sends is not signed.
        if (notification.SequenceNumber is null)
        {
            Add("SignatureVersion", notification.SignatureVersion);
            Add("Signature", Sign(notification, subscription));
            Add("SigningCertURL", CertificateUrl);
        }

        Add("UnsubscribeURL", UnsubscribeUrl(subscription));
        if (notification.Attributes.Count > 0)
        {
            members.Add($"  \"MessageAttributes\" : {{\n{string.Join(",\n", notification.Attributes.Select(Attribute))}\n  }}");
        }

        return $"{{\n{string.Join(",\n", members)}\n}}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                members.Add(Member(name, value));
            }
        }
    }

    /// <summary>
    /// The event of a function (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html).
    /// </summary>
    public byte[] ForFunction(Notification notification, Subscription subscription) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscription.Arn,
            ["Sns"] = new JsonObject
            {
                ["Type"] = Type,
                ["MessageId"] = notification.MessageId,
                ["TopicArn"] = notification.TopicArn,
                ["Subject"] = notification.Subject,
                ["Message"] = notification.MessageFor(subscription.Protocol),
                ["Timestamp"] = Timestamp(notification),
                ["SignatureVersion"] = notification.SignatureVersion,
                ["Signature"] = Sign(notification, subscription),
                ["SigningCertUrl"] = CertificateUrl,
                ["UnsubscribeUrl"] = UnsubscribeUrl(subscription),
                ["MessageAttributes"] = new JsonObject(notification.Attributes.Select(attribute => KeyValuePair.Create(
                    attribute.Key,
                    (JsonNode?)new JsonObject { ["Type"] = attribute.Value.DataType, ["Value"] = ValueOf(attribute.Value) }))),
            },
        }),
    }.ToJsonString(AwsJson.Options));

    private string CertificateUrl => new Uri(address, "/" + certificate.FileName).AbsoluteUri;

    private string UnsubscribeUrl(Subscription subscription) =>
        $"{new Uri(address, "/").AbsoluteUri}?Action=Unsubscribe&SubscriptionArn={subscription.Arn}";

    private static string Timestamp(Notification notification) =>
        notification.Published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Member(string name, string value) => $"  \"{name}\" : {AwsJson.Quote(value)}";

    private static string Attribute(KeyValuePair<string, MessageAttribute> attribute) =>
        $"    {AwsJson.Quote(attribute.Key)} : {{\"Type\":{AwsJson.Quote(attribute.Value.DataType)},"
        + $"\"Value\":{AwsJson.Quote(ValueOf(attribute.Value))}}}";

    private static string? ValueOf(MessageAttribute attribute) =>
        attribute.BinaryValue is { } binary ? Convert.ToBase64String(binary) : attribute.StringValue;

    // https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html: name and value of these, each on a line.
    private string Sign(Notification notification, Subscription subscription)
    {
        (string Name, string? Value)[] signed =
        [
            ("Message", notification.MessageFor(subscription.Protocol)),
            ("MessageId", notification.MessageId),
            ("Subject", notification.Subject),
            ("Timestamp", Timestamp(notification)),
            ("TopicArn", notification.TopicArn),
            ("Type", Type),
        ];
        var text = string.Concat(signed.Where(one => one.Value is not null).Select(one => $"{one.Name}\n{one.Value}\n"));
        return certificate.Sign(text, notification.SignatureVersion);
    }
}
