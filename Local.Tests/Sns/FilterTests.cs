using Lexicon.Local.Sns;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Theory]
    [InlineData("""{ "a": ["x", "y"] }""", "String", "y", true)]
    [InlineData("""{ "a": ["x", "y"] }""", "String", "z", false)]
    [InlineData("""{ "a": [{ "prefix": "au" }] }""", "String", "auto", true)]
    [InlineData("""{ "a": [{ "anything-but": ["x"] }] }""", "String", "x", false)]
    [InlineData("""{ "a": [{ "numeric": [">", 0, "<=", 100] }] }""", "Number", "99.12", true)]
    [InlineData("""{ "a": [{ "numeric": [">", 0, "<=", 100] }] }""", "Number", "100.5", false)]
    [InlineData("""{ "a": [{ "numeric": ["=", 1] }] }""", "String", "1", false)]
    [InlineData("""{ "a": ["x"] }""", "String.Array", """["w","x"]""", true)]
    [InlineData("""{ "a": [{ "exists": false }] }""", "String", "x", false)]
    [InlineData("""{ "b": [{ "exists": false }] }""", "String", "x", true)]
    [InlineData("""{ "a": ["x"], "b": ["x"] }""", "String", "x", false)]
    [InlineData("""{ "$or": [{ "a": ["x"] }, { "b": ["x"] }] }""", "String", "x", true)]
    public async Task Attributes_DecideWhetherAQueueGetsIt(string policy, string type, string value, bool isDelivered)
    {
        _sns.Subscribe("sqs", RunningSns.Queue, $$"""{ "FilterPolicy": {{policy}} }""");

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one")
        {
            Attributes = new Dictionary<string, MessageAttribute> { ["a"] = new(type, value) },
        });

        Assert.Equal(isDelivered ? 1 : 0, (await _sns.ReceiveAsync()).Count);
    }

    [Theory]
    [InlineData("""{"object":{"key":"auto-1"}}""", true)]
    [InlineData("""{"object.key":"auto-1"}""", true)]
    [InlineData("""{"object":{"a":1},"object.key":"auto-1"}""", true)]
    [InlineData("""{"object":1,"object":{"key":"1","key":"auto-1"}}""", true)]
    [InlineData("""{"object":{"key":"auto-1"},"half":"\ud800"}""", true)]
    [InlineData("""{"object":{"key":"1"}}""", false)]
    [InlineData("""{"other":1}""", false)]
    [InlineData("""["object"]""", false)]
    [InlineData("text", false)]
    public async Task Body_DecidesWhereTheScopeSaysSo(string message, bool isDelivered)
    {
        _sns.Subscribe("sqs", RunningSns.Queue, """
            { "FilterPolicyScope": "MessageBody", "FilterPolicy": { "object": { "key": [{ "prefix": "auto-" }] } } }
            """);

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification(message));

        Assert.Equal(isDelivered ? 1 : 0, (await _sns.ReceiveAsync()).Count);
    }

    [Theory]
    [InlineData(900, 1)]
    [InlineData(1001, 0)]
    public async Task Body_MayBeAsDeepAsAnEvent(int levels, int delivered)
    {
        _sns.Subscribe("sqs", RunningSns.Queue, """{ "FilterPolicyScope": "MessageBody", "FilterPolicy": { "kind": ["deep"] } }""");

        var list = new string('[', levels - 1) + new string(']', levels - 1);
        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification($$"""{"kind":"deep","list":{{list}}}"""));

        Assert.Equal(delivered, (await _sns.ReceiveAsync()).Count);
    }

    [Theory]
    [InlineData(
        """{ "a": { "b": ["x"] } }""",
        "MessageAttributes",
        "Filter policy scope MessageAttributes does not support nested filter policy")]
    [InlineData("""{ "a": ["x"] }""", "All", "FilterPolicyScope: Invalid value [All]. Please use either MessageBody or MessageAttributes")]
    [InlineData("""{ "a": [{ "like": "x" }] }""", "MessageAttributes", "FilterPolicy: Unrecognized match type like")]
    [InlineData(
        """{ "a": ["1"], "b": ["1"], "c": ["1"], "d": ["1"], "e": ["1"], "f": ["1"] }""",
        "MessageAttributes",
        "FilterPolicy: Filter policy can not have more than 5 keys")]
    [InlineData(
        """{ "a": { "b": { "c": ["1", "2", "3", "4", "5", "6", "7"] }, "d": ["1", "2", "3", "4"] } }""",
        "MessageBody",
        "FilterPolicy: Filter policy is too complex")]
    public void Policy_ThatIsNone_EndsTheStart(string policy, string scope, string reason)
    {
        var mistake = Assert.ThrowsAny<Exception>(() => _sns.Subscribe(
            "sqs", RunningSns.Queue, $$"""{ "FilterPolicyScope": "{{scope}}", "FilterPolicy": {{policy}} }"""));

        Assert.Contains($"property 'FilterPolicy' is not valid: Invalid parameter: {reason}", mistake.Message, StringComparison.Ordinal);
    }
}
