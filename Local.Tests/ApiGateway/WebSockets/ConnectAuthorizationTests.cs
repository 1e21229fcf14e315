using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.Aws;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
/// </summary>
public sealed class ConnectAuthorizationTests
{
    [Fact]
    public async Task Authorizer_GetsTheRequest()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");
        await sockets.ConnectAsync("?ticket=t");

        var sent = sockets.Functions.Events[0];

        Assert.Equal(
            [
                "type", "methodArn", "headers", "multiValueHeaders", "queryStringParameters", "multiValueQueryStringParameters",
                "stageVariables", "requestContext",
            ],
            sent.Select(member => member.Key));
        Assert.Equal("REQUEST", (string?)sent["type"]);
        Assert.Equal(Arn(sockets), (string?)sent["methodArn"]);
        Assert.Equal("upgrade", (string?)sent["headers"]!["Connection"]);
        Assert.Equal("0", (string?)sent["headers"]!["content-length"]);
        Assert.Equal("websocket", (string?)sent["multiValueHeaders"]!["Upgrade"]![0]);
        Assert.Equal("t", (string?)sent["queryStringParameters"]!["ticket"]);
        Assert.Equal("{}", sent["stageVariables"]!.ToJsonString());
        Assert.Equal("$connect", (string?)sent["requestContext"]!["routeKey"]);
    }

    [Fact]
    public async Task Authorizer_IsCalledAsItself()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");
        await sockets.ConnectAsync("?ticket=t");

        Assert.Matches(
            $"^arn:aws:execute-api:us-east-1:123456789012:{sockets.ApiId}/authorizers/[a-z0-9]{{6}}$",
            sockets.Functions.Invocations[0].Invocation.SourceArn);
    }

    [Fact]
    public async Task WhatTheAuthorizerReturns_IsInEveryEvent()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");
        sockets.Route("$default");
        var client = await sockets.ConnectAsync("?ticket=t");

        var connect = await sockets.EventAsync("CONNECT");
        await RunningSockets.SendAsync(client, "{}");
        var message = await sockets.EventAsync("MESSAGE");

        Assert.Equal(
            """{"principalId":"me","reader":"r1","integrationLatency":0}""", connect["requestContext"]!["authorizer"]!.ToJsonString());
        Assert.Equal("r1", (string?)message["requestContext"]!["authorizer"]!["reader"]);
    }

    [Fact]
    public async Task RequestWithoutItsIdentity_Is401_AndTheAuthorizerIsNotAsked()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");

        var response = await sockets.AskAsync("/dev");

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Matches("""^\{"message": "Unauthorized", "connectionId":".{16}", "requestId":".{16}"\}$""", await Text(response));
        Assert.Empty(sockets.Functions.Events);
    }

    [Theory]
    [InlineData("Deny", "User is not authorized to access this resource with an explicit deny in an identity-based policy")]
    [InlineData("Other", "User is not authorized to access this resource because no identity-based policy allows the "
        + "execute-api:Invoke action")]
    public async Task WhatThePolicyDoesNotAllow_Is403(string effect, string message)
    {
        await using var sockets = await WithAuthorizerAsync(effect);

        var response = await sockets.AskAsync("/dev?ticket=t");

        Assert.Equal(403, (int)response.StatusCode);
        Assert.StartsWith($$"""{"message": "{{message}}", "connectionId":""", await Text(response), StringComparison.Ordinal);
        Assert.Equal("AccessDeniedException", HttpAssert.Header(response, "x-amzn-ErrorType"));
    }

    [Fact]
    public async Task WhatTheAuthorizerSaysOfWhoItDenies_IsAtItsSpan_AndNotInTheResponse()
    {
        using var spans = new SpanListener();
        await using var sockets = await WithAuthorizerAsync("Deny");

        var digits = ActivityTraceId.CreateRandom().ToHexString();

        var response = await sockets.AskAsync("/dev?ticket=t", ("X-Amzn-Trace-Id", $"Root=1-{digits[..8]}-{digits[8..]}"));

        var span = await spans.SingleAsync(span => span.DisplayName == "API Gateway $connect" && span.TraceId.ToHexString() == digits);
        var note = Assert.Single(span.Events, one => one.Name == "Authorizer denies");
        Assert.Equal(
            [("principalId", (object?)"me"), ("reader", "r1")], note.Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.DoesNotContain("r1", await Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unauthorized", 401)]
    [InlineData("anything else", 500)]
    public async Task AuthorizerThatFails_Is401ByItsWord_And500Otherwise(string error, int status)
    {
        await using var sockets = await WithAuthorizerAsync("Allow");
        sockets.Respond = _ => FakeFunctions.Payload($$"""{"errorMessage":"{{error}}"}""", "Unhandled");

        Assert.Equal(status, await sockets.RefusalAsync("?ticket=t"));
    }

    [Fact]
    public async Task AuthorizerThatReturnsAnotherForm_Is500()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");
        sockets.Respond = _ => FakeFunctions.Payload("""{"isAuthorized":true}""");

        Assert.Equal(500, await sockets.RefusalAsync("?ticket=t"));
    }

    [Fact]
    public async Task PageOfAnotherMachine_ConnectsWhereTheAuthorizerLetsIt()
    {
        await using var sockets = await WithAuthorizerAsync("Allow");

        Assert.Equal(101, (int)(await sockets.AskAsync("/dev?ticket=t", ("Origin", "https://page.example"))).StatusCode);
    }

    [Fact]
    public async Task Iam_LetsWhoMayInvokeTheRoute()
    {
        await using var sockets = await WithIamAsync();
        var credentials = sockets.Role("execute-api:Invoke", Arn(sockets));

        var response = await sockets.Http.SendAsync(Signed(sockets, credentials), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(101, (int)response.StatusCode);
        var identity = (await sockets.EventAsync("CONNECT"))["requestContext"]!["identity"]!;
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/Sender/session", (string?)identity["userArn"]);
        Assert.Equal("123456789012", (string?)identity["accountId"]);
        Assert.Equal(credentials.AccessKeyId, (string?)identity["accessKey"]);
    }

    [Fact]
    public async Task Iam_RefusesWhoMayNot()
    {
        await using var sockets = await WithIamAsync();
        var credentials = sockets.Role("execute-api:Invoke", "arn:aws:execute-api:us-east-1:123456789012:other/*");

        var response = await sockets.Http.SendAsync(Signed(sockets, credentials), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains($"is not authorized to perform: execute-api:Invoke on resource: {Arn(sockets)}", await Text(response),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Iam_RefusesWhoDidNotSign()
    {
        await using var sockets = await WithIamAsync();

        var response = await sockets.AskAsync("/dev");

        Assert.Equal(403, (int)response.StatusCode);
        Assert.StartsWith("""{"message": "Missing Authentication Token", """, await Text(response), StringComparison.Ordinal);
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    private static string Arn(RunningSockets sockets) =>
        $"arn:aws:execute-api:us-east-1:123456789012:{sockets.ApiId}/dev/$connect";

    private static async Task<RunningSockets> WithAuthorizerAsync(string effect)
    {
        var sockets = new RunningSockets().Declare();
        sockets.Authorizer("route.request.querystring.ticket");
        sockets.Stage();
        await sockets.ServeAsync();
        sockets.Respond = request => FakeFunctions.Payload(request["type"] is null ? """{"statusCode":200}""" : Policy(request, effect));
        return sockets;
    }

    private static string Policy(JsonObject request, string effect)
    {
        var word = effect == "Deny" ? "Deny" : "Allow";
        var resource = effect == "Other" ? "arn:aws:execute-api:us-east-1:123456789012:other/*" : (string?)request["methodArn"];
        return $$$"""
            {"principalId":"me","context":{"reader":"r1"},"policyDocument":{"Version":"2012-10-17","Statement":[
                {"Action":"execute-api:Invoke","Effect":"{{{word}}}","Resource":"{{{resource}}}"}]}}
            """;
    }

    private static async Task<RunningSockets> WithIamAsync()
    {
        var sockets = new RunningSockets().Declare();
        sockets.Route("$connect", new { AuthorizationType = "AWS_IAM" });
        sockets.Stage();
        await sockets.ServeAsync();
        return sockets;
    }

    private static HttpRequestMessage Signed(RunningSockets sockets, Credentials credentials) =>
        new TestRequest(sockets.Address, "execute-api", sockets.Clock.GetUtcNow())
        {
            Method = "GET",
            Path = "/dev",
            KeyId = credentials.AccessKeyId,
            Secret = credentials.SecretAccessKey,
            Token = credentials.SessionToken,
            Unsigned =
            {
                ["Connection"] = "Upgrade",
                ["Upgrade"] = "websocket",
                ["Sec-WebSocket-Version"] = "13",
                ["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==",
            },
        }.Sign();
}
