using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns.Publishing;

namespace Lexicon.Local.Sns.Api;

/// <summary>
/// The operations that are served (https://docs.aws.amazon.com/sns/latest/api/API_Operations.html): publishing and reading; what topics
/// and subscriptions are, the templates say.
/// </summary>
internal sealed class SnsOperations(Topics topics, Publisher publisher)
{
    private const int PageSize = 100;

    /// <summary>The operations and the permissions that they need.</summary>
    public AwsOperations Table(IIdentities identities)
    {
        var publish = new PublishOperations(publisher);
        AwsOperation[] rows =
        [
            new("Publish", On("Publish", Target), call => publish.OneAsync(Target(call), call)),
            new("PublishBatch", On("Publish", TopicOf), call => publish.BatchAsync(TopicOf(call), call)),
            new("ListTopics", OnAll("ListTopics"), call => Page(
                call, "Topics", topics.All.Select(topic => (topic.Settings.Arn, new JsonObject { ["TopicArn"] = topic.Settings.Arn })))),
            new("GetTopicAttributes", On("GetTopicAttributes", TopicOf), JsonObject (call) =>
                new() { ["Attributes"] = Descriptions.Attributes(TopicOf(call)) }),
            new("ListSubscriptions", OnAll("ListSubscriptions"), call => Page(call, topics.Subscriptions)),
            new("ListSubscriptionsByTopic", On("ListSubscriptionsByTopic", TopicOf), call =>
                Page(call, TopicOf(call).Subscriptions)),
            new("GetSubscriptionAttributes", OnAll("GetSubscriptionAttributes"), JsonObject (call) =>
                new() { ["Attributes"] = Descriptions.Attributes(SubscriptionOf(call)) }),
            new("ListTagsForResource", On("ListTagsForResource", Tagged), JsonObject (call) => new()
            {
                ["Tags"] = new JsonArray([.. Tagged(call).Settings.Tags.Select(
                    tag => (JsonNode)new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
            }),
        ];
        var served = string.Join(", ", rows.Select(row => row.Name));
        return new(identities, rows)
        {
            Otherwise = name => throw new SnsException(
                "InvalidAction",
                400,
                $"{name} is not supported. What topics are, the templates say; of SNS, the local runner serves {served}."),
            Denied = message => new SnsException("AuthorizationError", 403, message),
        };
    }

    private static Func<AwsCall, Permission> On(string action, Func<AwsCall, Topic> find) => call =>
    {
        var settings = find(call).Settings;
        return new($"SNS:{action}", settings.Arn) { ResourcePolicy = settings.Policy };
    };

    private static Func<AwsCall, Permission> OnAll(string action) => _ => new($"SNS:{action}", Account.Arn("sns", "*"));

    private Topic TopicOf(AwsCall call) => Find(call.Request.Text("TopicArn") ?? throw SnsException.Missing("topicArn"), "TopicArn");

    private Topic Tagged(AwsCall call) =>
        Find(call.Request.Text("ResourceArn") ?? throw SnsException.Missing("resourceArn"), "ResourceArn");

    // A phone number or the endpoint of an application is not a topic.
    private Topic Target(AwsCall call) => call.Request switch
    {
        var request when request.Text("TopicArn") is { } arn => Find(arn, "TopicArn"),
        var request when request.Text("TargetArn") is { } arn => topics.Find(arn)
            ?? throw SnsException.Invalid("TargetArn Reason: No endpoint found for the target arn specified"),
        var request when request.Text("PhoneNumber") is not null => throw new SnsException(
            "InvalidAction", 400, "Publish to a PhoneNumber is not supported by the local runner."),
        _ => throw SnsException.Invalid("TopicArn or TargetArn Reason: no value for required parameter"),
    };

    private Topic Find(string arn, string parameter) => topics.Find(Arn(arn, parameter)) ?? throw SnsException.NoTopic();

    private static string Arn(string text, string parameter)
    {
        var elements = text.Split(':').Length;
        return elements < 6
            ? throw SnsException.Invalid($"{parameter} Reason: An ARN must have at least 6 elements, not {elements}")
            : text;
    }

    private Subscription SubscriptionOf(AwsCall call)
    {
        var arn = Arn(call.Request.Text("SubscriptionArn") ?? throw SnsException.Missing("subscriptionArn"), "SubscriptionArn");
        return topics.Subscriptions.FirstOrDefault(one => one.Arn == arn) ?? throw SnsException.NoSubscription();
    }

    private static JsonObject Page(AwsCall call, IEnumerable<Subscription> subscriptions) =>
        Page(call, "Subscriptions", subscriptions.Select(one => (one.Arn, Descriptions.Summary(one))));

    private static JsonObject Page(AwsCall call, string name, IEnumerable<(string Arn, JsonObject Document)> all)
    {
        var after = call.Request.Text("NextToken") is { Length: > 0 } token ? Read(token) : null;
        var rest = after is null ? [.. all] : all.SkipWhile(one => one.Arn != after).Skip(1).ToList();
        var page = rest.Take(PageSize).ToList();
        var response = new JsonObject { [name] = new JsonArray([.. page.Select(one => (JsonNode)one.Document)]) };
        if (rest.Count > page.Count)
        {
            response["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Arn));
        }

        return response;
    }

    private static string Read(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw SnsException.Invalid("NextToken");
    }
}
