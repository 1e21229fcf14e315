using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.CloudWatchLogs.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.CloudWatchLogs;

/// <summary>The protocol of CloudWatch Logs, and who may use it.</summary>
public sealed class LogsApiTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logs-tests-").FullName;
    private readonly Identities _identities;
    private readonly LogGroups _groups;

    public LogsApiTests()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        _identities = new Identities(clock);
        _groups = new LogGroups(_folder, clock);
        _groups.Group("/aws/lambda/f");
    }

    [Fact]
    public async Task Response_IsJson11()
    {
        var response = await SendAsync("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", Caller.Root);

        Assert.Equal(
            (200, "application/x-amz-json-1.1", """{"events":[],"searchedLogStreams":[]}"""),
            (response.Status, (string?)response.Headers.ContentType, response.Text));
    }

    [Fact]
    public async Task Error_IsNamedByItsType()
    {
        var response = await SendAsync("FilterLogEvents", """{"logGroupName":"none"}""", Caller.Root);

        Assert.Equal(
            (400, "application/x-amz-json-1.1",
                """{"__type":"ResourceNotFoundException","message":"The specified log group does not exist."}"""),
            (response.Status, (string?)response.Headers.ContentType, response.Text));
    }

    [Theory]
    [InlineData("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", "log-group:/aws/lambda/f:log-stream:")]
    [InlineData("GetLogEvents", """{"logGroupName":"/aws/lambda/f","logStreamName":"s"}""", "log-group:/aws/lambda/f:log-stream:s")]
    [InlineData("DescribeLogGroups", "{}", "log-group::log-stream:")]
    public async Task Caller_WithoutPermission_IsDenied(string operation, string request, string resource)
    {
        ReaderRole.Provision(_identities, "s3:GetObject", "*");

        var response = await SendAsync(operation, request, ReaderRole.Session);

        Assert.Equal((400, "AccessDeniedException"), (response.Status, response.ErrorType));
        Assert.StartsWith(
            $"User: {ReaderRole.Session.Arn} is not authorized to perform: logs:{operation} on resource: "
                + $"arn:aws:logs:us-east-1:123456789012:{resource}",
            response.ErrorMessage,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_WithPermissionForTheGroup_IsAnswered()
    {
        ReaderRole.Provision(_identities, "logs:FilterLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:*");

        Assert.Equal(200, (await SendAsync("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", ReaderRole.Session)).Status);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<AwsJsonResponse> SendAsync(string operation, string request, Caller caller) =>
        AwsJsonCall.SendAsync(new LogsApi(_groups, _identities).HandleAsync, $"Logs_20140328.{operation}", request, caller);
}
