using System.Net;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class FunctionTests
{
    private const string Name = "fn";

    [Fact]
    public async Task ViewerRequest_ChangesWhatTheCacheAndTheOriginAreAsked()
    {
        await using var edge = await OnRequest(
            """
            function handler(event) {
              const request = event.request;
              request.uri = '/api/rewritten';
              request.querystring = { b: { value: '2' }, a: { value: '1', multiValue: [{ value: '1' }, { value: '3' }] } };
              request.headers['x-added-here'] = { value: 'yes' };
              request.cookies.c = { value: 'd' };
              delete request.headers['x-taken'];
              return request;
            }
            """);

        using var answer = await edge.GetAsync("/api/a?x=1", ("X-Taken", "1"), ("Cookie", "a=b"));

        var saw = Assert.Single(edge.Api.Requests);
        Assert.Equal("/dev/api/rewritten?b=2&a=1&a=3", saw.Target);
        Assert.Equal(("yes", "a=b; c=d"), (saw.Headers["X-Added-Here"], saw.Headers["Cookie"]));
        Assert.False(saw.Headers.ContainsKey("X-Taken"));
    }

    [Fact]
    public async Task WhatAFunctionLeavesAsItIs_StaysAsTheViewerWroteIt()
    {
        await using var edge = await OnRequest("async function handler(event) { return event.request; }");

        using var answer = await edge.GetAsync("/api/%61?x=%2F&y&x=+", ("Cookie", "a; b=1;c=2"), ("X-Two", "1"), ("X-Two", "2"));

        var saw = Assert.Single(edge.Api.Requests);
        Assert.Equal("/dev/api/%61?x=%2F&y&x=+", saw.Target);
        Assert.Equal("1,2", saw.Headers["X-Two"].Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_IsAsDocumented()
    {
        await using var edge = await OnRequest(
            "function handler(event) { return { statusCode: 200, body: JSON.stringify(event) }; }");

        using var answer = await edge.GetAsync(
            "/api/a?q=1&q=2&empty", ("Cookie", "one=1; two=2; one=3"), ("X-Forwarded-Proto", "https"), ("X-Own", "Value"));

        var id = answer.Headers.GetValues("X-Amz-Cf-Id").Single();
        Assert.Equal(
            JsonNode.Parse(
                $$"""
                {
                  "version": "1.0",
                  "context": {
                    "distributionDomainName": "{{edge.DistributionId.ToLowerInvariant()}}.cloudfront.net",
                    "distributionId": "{{edge.DistributionId}}", "eventType": "viewer-request", "requestId": "{{id}}"
                  },
                  "viewer": { "ip": "127.0.0.1" },
                  "request": {
                    "method": "GET",
                    "uri": "/api/a",
                    "querystring": { "q": { "value": "1", "multiValue": [{ "value": "1" }, { "value": "2" }] }, "empty": { "value": "" } },
                    "headers": { "host": { "value": "{{edge.Address.Authority}}" }, "x-own": { "value": "Value" } },
                    "cookies": { "one": { "value": "1", "multiValue": [{ "value": "1" }, { "value": "3" }] }, "two": { "value": "2" } }
                  }
                }
                """)!.ToJsonString(),
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ViewerRequest_RespondsItself_AndNobodyElseIsAsked()
    {
        await using var edge = await OnRequest(
            """
            function handler(event) {
              return {
                statusCode: 404,
                statusDescription: 'Not Found',
                headers: { 'content-type': { value: 'text/plain' } },
                cookies: { seen: { value: '1', attributes: 'Secure; Path=/' } },
                body: { encoding: 'base64', data: 'bm90IGhlcmU=' },
              };
            }
            """);

        using var answer = await edge.GetAsync("/api/a", ("X-Lexicon-Place", "FRA"));

        Assert.Equal((HttpStatusCode.NotFound, "not here"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("FunctionGeneratedResponse from cloudfront", XCache(answer));
        Assert.Equal("seen=1; Secure; Path=/", answer.Headers.GetValues("Set-Cookie").Single());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("A function of the edge responded, before the cache was asked.", PointOfPresenceTests.Why(answer));
        Assert.Empty(edge.Api.Requests);
    }

    [Fact]
    public async Task ViewerResponse_ChangesWhatTheViewerGets_AndNotWhatIsCached()
    {
        await using var edge = await With(
            "viewer-response",
            """
            function handler(event) {
              const response = event.response;
              response.headers['x-from'] = { value: event.request.uri };
              if (event.request.querystring.gone) {
                response.statusCode = 410;
                response.body = 'gone';
              }
              return response;
            }
            """,
            Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));

        using var changed = await edge.GetAsync("/api/a?gone=1");
        using var plain = await edge.GetAsync("/api/a");

        Assert.Equal((410, "gone"), ((int)changed.StatusCode, await changed.Content.ReadAsStringAsync()));
        Assert.Equal((200, "one"), ((int)plain.StatusCode, await plain.Content.ReadAsStringAsync()));
        Assert.Equal("/api/a", plain.Headers.GetValues("X-From").Single());
    }

    [Fact]
    public async Task ViewerResponse_DoesNotRunForErrorsOfTheOrigin()
    {
        await using var edge = await With(
            "viewer-response", "function handler(event) { return { statusCode: 200, headers: {}, body: 'hidden' }; }");
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("missing");
        };

        using var answer = await edge.GetAsync("/api/a");

        Assert.Equal((404, "missing"), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("throw new Error('no');")]
    [InlineData("while (true) { }")]
    [InlineData("const f = () => f(); f();")]
    [InlineData("let s = 'a'; while (true) { s += s; }")]
    [InlineData("eval('1');")]
    [InlineData("new Function('return 1')();")]
    [InlineData("missing();")]
    public async Task FunctionThatCannotRun_Is503_AndTheNextRequestFindsNothingChanged(string statement)
    {
        await using var edge = await OnRequest(
            $"let runs = 0; function handler(event) {{ runs++; if (event.request.querystring.bad) {{ {statement} }}"
            + " event.request.headers['x-runs'] = { value: String(runs) }; return event.request; }");

        using var failed = await edge.GetAsync("/api/a?bad=1");
        using var next = await edge.GetAsync("/api/a");

        Assert.Equal(503, (int)failed.StatusCode);
        Assert.Equal("FunctionExecutionError from cloudfront", XCache(failed));
        Assert.Contains(
            "The CloudFront function associated with the CloudFront distribution is invalid or could not run.",
            await failed.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("1", Assert.Single(edge.Api.Requests).Headers["X-Runs"]);
    }

    [Theory]
    [InlineData("return undefined;", "it is neither a request nor a response")]
    [InlineData("return 'text';", "it is neither a request nor a response")]
    [InlineData("event.request.method = 'POST'; return event.request;", "request.method is read-only")]
    [InlineData("event.request.uri = 'a'; return event.request;", "request.uri does not begin with a slash")]
    [InlineData("event.request.uri = '/a b'; return event.request;", "request.uri or request.querystring has characters")]
    [InlineData("event.request.headers.host = { value: 'a' }; return event.request;", "request.headers[\"host\"] is read-only")]
    [InlineData("event.request.headers['x-cache'] = { value: 'a' }; return event.request;", "request.headers[\"x-cache\"] is not allowed")]
    [InlineData("event.request.headers['X-A'] = { value: 'a' }; return event.request;", "request.headers[\"X-A\"] is not a valid name")]
    [InlineData("event.request.headers.a = 'b'; return event.request;", "request.headers[\"a\"] is not an object")]
    [InlineData("event.request.headers.a = { value: 1 }; return event.request;", "request.headers[\"a\"].value is missing")]
    [InlineData("event.request.headers.a = { value: 'a\\r\\nb' }; return event.request;", "request.headers[\"a\"].value is missing")]
    [InlineData("return { statusCode: 'x' };", "response.statusCode is missing or not a status code")]
    [InlineData("return { statusCode: 101 };", "response.statusCode is missing or not a status code")]
    [InlineData("return { statusCode: 200, body: { encoding: 'base64', data: '!' } };", "response.body.data is not base64")]
    [InlineData("return { statusCode: 200, body: 'a'.repeat(40961) };", "response.body is too large")]
    public async Task WhatIsNotValid_Is502_AndSaysWhatIsWrong(string statement, string reason)
    {
        await using var edge = await OnRequest($"function handler(event) {{ {statement} }}");

        using var answer = await edge.GetAsync("/api/a");

        Assert.Equal(502, (int)answer.StatusCode);
        Assert.Contains(
            $"The CloudFront function returned an invalid value: {reason}",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        Assert.Empty(edge.Api.Requests);
    }

    [Theory]
    [InlineData("function other() { }", "it has no function 'handler'")]
    [InlineData("function handler(event) {", "it is not valid")]
    [InlineData("const c = require('crypto'); function handler(event) { }", "modules (require) are not supported")]
    [InlineData("import cf from 'cloudfront'; function handler(event) { }", "modules, such as 'cloudfront'")]
    public async Task CodeThatCouldNotRun_IsRefusedAtStart(string code, string reason)
    {
        await using var edge = await RunningCloudFront.StartAsync();

        var refusal = Assert.Throws<StartupException>(() => Provision(edge, code));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cloudfront-js-1.0", true, false, "FunctionConfig.Runtime")]
    [InlineData("cloudfront-js-2.0", false, false, "AutoPublish")]
    [InlineData("cloudfront-js-2.0", true, true, "FunctionConfig.KeyValueStoreAssociations")]
    public async Task WhatIsNotSupported_IsRefusedByName(string runtime, bool publishes, bool hasStore, string property)
    {
        await using var edge = await RunningCloudFront.StartAsync();
        object config = hasStore
            ? new { Runtime = runtime, KeyValueStoreAssociations = new[] { new { KeyValueStoreARN = "arn" } } }
            : new { Runtime = runtime };

        var refusal = Assert.Throws<StartupException>(() => edge.Provision("AWS::CloudFront::Function", "Function", new
        {
            Name,
            AutoPublish = publishes,
            FunctionCode = "function handler(event) { return event.request; }",
            FunctionConfig = config,
        }));

        Assert.Contains(property, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionThatIsNotThere_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => RunningCloudFront.StartAsync(api: new
        {
            FunctionAssociations = new[] { new { EventType = "viewer-request", FunctionARN = "arn:aws:cloudfront::1:function/no" } },
        }));

        Assert.Contains("there is no function arn:aws:cloudfront::1:function/no", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<RunningCloudFront> OnRequest(string code) => With("viewer-request", code);

    private static Task<RunningCloudFront> With(string happened, string code, object? policy = null) => RunningCloudFront.StartAsync(
        api: new
        {
            FunctionAssociations = new[]
            {
                new { EventType = happened, FunctionARN = $"arn:aws:cloudfront::123456789012:function/{Name}" },
            },
        },
        prepare: edge => Provision(edge, code),
        policy: policy);

    private static ProvisionedResource Provision(RunningCloudFront edge, string code) =>
        edge.Provision("AWS::CloudFront::Function", "Function", new
        {
            Name,
            AutoPublish = true,
            FunctionCode = code,
            FunctionConfig = new { Comment = "", Runtime = "cloudfront-js-2.0" },
        });
}
