using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.CloudWatchLogs.Api;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Iam;
using Microsoft.AspNetCore.Http;

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
    public async Task Answer_IsJson11() => Assert.Equal(
        (200, "application/x-amz-json-1.1", """{"events":[],"searchedLogStreams":[]}"""),
        await SendAsync("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", Caller.Root));

    [Fact]
    public async Task Error_IsNamedByItsType() => Assert.Equal(
        (400, "application/x-amz-json-1.1", """{"__type":"ResourceNotFoundException","message":"The specified log group does not """
            + """exist."}"""),
        await SendAsync("FilterLogEvents", """{"logGroupName":"none"}""", Caller.Root));

    [Theory]
    [InlineData("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", "log-group:/aws/lambda/f:log-stream:")]
    [InlineData("GetLogEvents", """{"logGroupName":"/aws/lambda/f","logStreamName":"s"}""", "log-group:/aws/lambda/f:log-stream:s")]
    [InlineData("DescribeLogGroups", "{}", "log-group::log-stream:")]
    public async Task Caller_WithoutPermission_IsDenied(string operation, string request, string resource)
    {
        ReaderRole.Provision(_identities, "s3:GetObject", "*");

        var (status, _, body) = await SendAsync(operation, request, ReaderRole.Session);

        Assert.Equal(400, status);
        Assert.Equal("AccessDeniedException", (string?)JsonNode.Parse(body)!["__type"]);
        Assert.StartsWith(
            $"User: {ReaderRole.Session.Arn} is not authorized to perform: logs:{operation} on resource: "
                + $"arn:aws:logs:us-east-1:123456789012:{resource}",
            (string?)JsonNode.Parse(body)!["message"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_WithPermissionForTheGroup_IsAnswered()
    {
        ReaderRole.Provision(_identities, "logs:FilterLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/lambda/f:*");

        Assert.Equal(200, (await SendAsync("FilterLogEvents", """{"logGroupName":"/aws/lambda/f"}""", ReaderRole.Session)).Status);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Status, string? ContentType, string Body)> SendAsync(string operation, string request, Caller caller)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Headers["x-amz-target"] = $"Logs_20140328.{operation}";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request));
        context.Response.Body = new MemoryStream();
        await new LogsApi(_groups, _identities).HandleAsync(context, caller);
        var body = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        return (context.Response.StatusCode, context.Response.ContentType, body);
    }
}
