using System.Globalization;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge.Schedules;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html.</summary>
public sealed class ScheduleTests : IAsyncDisposable
{
    // A Sunday.
    private static readonly DateTimeOffset Begin = new(2026, 11, 22, 10, 15, 30, TimeSpan.Zero);

    private readonly RunningEventBridge _bridge = new();

    [Theory]
    [InlineData("rate(1 minute)", "2026-11-22T10:16:30Z")]
    [InlineData("rate(5 minutes)", "2026-11-22T10:20:30Z")]
    [InlineData("rate(12 hours)", "2026-11-22T22:15:30Z")]
    [InlineData("rate(1 day)", "2026-11-23T10:15:30Z")]
    [InlineData("cron(0 10 * * ? *)", "2026-11-23T10:00:00Z")]
    [InlineData("cron(15 12 * * ? *)", "2026-11-22T12:15:00Z")]
    [InlineData("cron(0 18 ? * MON-FRI *)", "2026-11-23T18:00:00Z")]
    [InlineData("cron(0 8 1 * ? *)", "2026-12-01T08:00:00Z")]
    [InlineData("cron(0/15 * * * ? *)", "2026-11-22T10:30:00Z")]
    [InlineData("cron(0 0 ? * 1 *)", "2026-11-29T00:00:00Z")]
    [InlineData("cron(0 0 ? * 2-6 *)", "2026-11-23T00:00:00Z")]
    [InlineData("cron(0 0 ? * L *)", "2026-11-28T00:00:00Z")]
    [InlineData("cron(0 0 ? * 3#2 *)", "2026-12-08T00:00:00Z")]
    [InlineData("cron(0 0 L * ? *)", "2026-11-30T00:00:00Z")]
    [InlineData("cron(0 0 5W 12 ? *)", "2026-12-04T00:00:00Z")]
    [InlineData("cron(0 0 1 JAN ? 2028)", "2028-01-01T00:00:00Z")]
    [InlineData("cron(0 0 1 1 ? 2026-2030/2)", "2028-01-01T00:00:00Z")]
    [InlineData("cron(0 0 1 1 ? 2020)", null)]
    public void Schedule_IsDueNext(string expression, string? expected) => Assert.Equal(
        expected, Schedule.Parse(expression)!.Next(Begin)?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(5 weeks)")]
    [InlineData("rate(-5 minutes)")]
    [InlineData("every(5 minutes)")]
    [InlineData("cron(0 10 * * *)")]
    [InlineData("cron(0 10 * * * *)")]
    [InlineData("cron(0 10 ? * ? *)")]
    [InlineData("cron(60 10 * * ? *)")]
    [InlineData("cron(0 10 ? * 0 *)")]
    [InlineData("cron(0 10 ? * 8 *)")]
    [InlineData("cron(0 10 * * ? 1969)")]
    [InlineData("cron(0 10 * * ? soon)")]
    public void Expression_ThatIsNotOne_IsRefusedInAwsWords(string expression)
    {
        var refusal = Assert.Throws<StartupException>(() => _bridge.Rule($$"""{ "ScheduleExpression": "{{expression}}" }"""));

        Assert.Equal(
            "Test/Rule (AWS::Events::Rule): property 'ScheduleExpression' is not valid: Parameter ScheduleExpression is not valid.",
            refusal.Message);
    }

    [Fact]
    public async Task Rule_ThatIsDue_SendsAScheduledEventEachTime()
    {
        _bridge.Rule($$"""
            { "ScheduleExpression": "rate(1 hour)", "Targets": [{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}" }] }
            """);
        await _bridge.StartAsync();

        _bridge.Clock.Advance(TimeSpan.FromMinutes(59));
        var before = _bridge.Functions.Events.Count;
        _bridge.Clock.Advance(TimeSpan.FromMinutes(1));
        _bridge.Clock.Advance(TimeSpan.FromMinutes(60));

        Assert.Equal((0, 2), (before, _bridge.Functions.Events.Count));
        var received = _bridge.Functions.Events[0];
        Assert.Equal(
            ("Scheduled Event", "aws.events", "2026-11-22T11:15:30Z", "arn:aws:events:us-east-1:123456789012:rule/rule", "{}"),
            ((string)received["detail-type"]!, (string)received["source"]!, (string)received["time"]!,
                (string)received["resources"]![0]!, received["detail"]!.ToJsonString()));
    }

    [Fact]
    public async Task Rule_ThatIsDisabled_IsNeverDue()
    {
        _bridge.Rule($$"""
            { "ScheduleExpression": "rate(1 hour)", "State": "DISABLED",
              "Targets": [{ "Id": "Check", "Arn": "{{RunningEventBridge.FunctionArn}}" }] }
            """);
        await _bridge.StartAsync();

        _bridge.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Empty(_bridge.Functions.Events);
    }

    public ValueTask DisposeAsync() => _bridge.DisposeAsync();
}
