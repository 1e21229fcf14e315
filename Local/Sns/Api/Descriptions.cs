using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Sns.Api;

/// <summary>Topics and subscriptions as documents.</summary>
internal static class Descriptions
{
    // What AWS has where nobody says otherwise.
    private const string DeliveryPolicy =
        """
        {"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,
        "numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,
        "defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}
        """;

    /// <summary>The attributes of a topic (https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html).</summary>
    public static JsonObject Attributes(Topic topic)
    {
        var settings = topic.Settings;
        return Present(
            ("Policy", settings.Policy?.ToJsonString(AwsJson.Options) ?? DefaultPolicy(settings.Arn)),
            ("Owner", Account.Id),
            ("SubscriptionsPending", "0"),
            ("KmsMasterKeyId", settings.KmsKey),
            ("TopicArn", settings.Arn),
            ("EffectiveDeliveryPolicy", DeliveryPolicy.ReplaceLineEndings("")),
            ("SubscriptionsConfirmed", topic.Subscriptions.Count.ToString(CultureInfo.InvariantCulture)),
            ("FifoTopic", settings.IsFifo ? "true" : null),
            ("DisplayName", settings.DisplayName),
            ("ContentBasedDeduplication", settings.IsFifo ? Text(settings.DeduplicatesByContent) : null),
            ("SignatureVersion", settings.SignatureVersion),
            ("TracingConfig", settings.Tracing),
            ("SubscriptionsDeleted", "0"));
    }

    /// <summary>
    /// The attributes of a subscription (https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html).
    /// </summary>
    public static JsonObject Attributes(Subscription subscription) => Present(
        ("SubscriptionPrincipal", Account.GlobalArn("iam", "root")),
        ("Owner", Account.Id),
        ("RawMessageDelivery", Text(subscription.IsRaw)),
        ("TopicArn", subscription.TopicArn),
        ("Endpoint", subscription.Endpoint),
        ("FilterPolicyScope", subscription.Filter?.Scope),
        ("FilterPolicy", subscription.Filter?.Document),
        ("RedrivePolicy", subscription.RedrivePolicy?.ToJsonString(AwsJson.Options)),
        ("Protocol", subscription.Protocol),
        ("PendingConfirmation", "false"),
        ("ConfirmationWasAuthenticated", "true"),
        ("SubscriptionArn", subscription.Arn));

    /// <summary>A subscription in a list (https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html).</summary>
    public static JsonObject Summary(Subscription subscription) => Present(
        ("Owner", Account.Id),
        ("Endpoint", subscription.Endpoint),
        ("Protocol", subscription.Protocol),
        ("TopicArn", subscription.TopicArn),
        ("SubscriptionArn", subscription.Arn));

    private static JsonObject Present(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var document = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                document[name] = value;
            }
        }

        return document;
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static string DefaultPolicy(string topicArn) => new JsonObject
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray(
                "SNS:GetTopicAttributes",
                "SNS:SetTopicAttributes",
                "SNS:AddPermission",
                "SNS:RemovePermission",
                "SNS:DeleteTopic",
                "SNS:Subscribe",
                "SNS:ListSubscriptionsByTopic",
                "SNS:Publish"),
            ["Resource"] = topicArn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = Account.Id } },
        }),
    }.ToJsonString(AwsJson.Options);
}
