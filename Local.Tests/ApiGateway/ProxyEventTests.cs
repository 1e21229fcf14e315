using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ProxyEventTests
{
    [Fact]
    public async Task Event_CarriesEveryMember_InAwsShape()
    {
        await using var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("POST", "/items/{id}");
        gateway.Stage();
        await gateway.StartAsync();

        await gateway.SendRawAsync("""
            POST /dev/items/a%20b/?name=x&tag=1&tag=2 HTTP/1.1
            Host: abc.execute-api.localhost:9201
            tEsT-HEADeR: aValUE
            X-Many: one
            X-Many: two
            User-Agent: test/1.0
            Content-Type: application/json
            Content-Length: 9
            Connection: close

            {"a":"b"}
            """.Replace("abc", gateway.ApiId, StringComparison.Ordinal));

        var id = gateway.Functions.Event["requestContext"]!["requestId"]!.ToString();
        var extended = gateway.Functions.Event["requestContext"]!["extendedRequestId"]!.ToString();
        var trace = gateway.Functions.Event["headers"]!["X-Amzn-Trace-Id"]!.ToString();
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id);
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", extended);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$", trace);
        var host = $"{gateway.ApiId}.execute-api.localhost:9201";
        var port = gateway.Address.Port;
        var expected = JsonNode.Parse($$$"""
            {
              "resource": "/items/{id}",
              "path": "/items/a%20b/",
              "httpMethod": "POST",
              "headers": {
                "Content-Type": "application/json",
                "Host": "{{{host}}}",
                "tEsT-HEADeR": "aValUE",
                "User-Agent": "test/1.0",
                "X-Amzn-Trace-Id": "{{{trace}}}",
                "X-Forwarded-For": "127.0.0.1",
                "X-Forwarded-Port": "{{{port}}}",
                "X-Forwarded-Proto": "http",
                "X-Many": "two"
              },
              "multiValueHeaders": {
                "Content-Type": ["application/json"],
                "Host": ["{{{host}}}"],
                "tEsT-HEADeR": ["aValUE"],
                "User-Agent": ["test/1.0"],
                "X-Amzn-Trace-Id": ["{{{trace}}}"],
                "X-Forwarded-For": ["127.0.0.1"],
                "X-Forwarded-Port": ["{{{port}}}"],
                "X-Forwarded-Proto": ["http"],
                "X-Many": ["one", "two"]
              },
              "queryStringParameters": { "name": "x", "tag": "2" },
              "multiValueQueryStringParameters": { "name": ["x"], "tag": ["1", "2"] },
              "pathParameters": { "id": "a%20b" },
              "stageVariables": null,
              "requestContext": {
                "resourceId": "{{{gateway.ResourceId("/items/{id}")}}}",
                "resourcePath": "/items/{id}",
                "httpMethod": "POST",
                "extendedRequestId": "{{{extended}}}",
                "requestTime": "22/Nov/2026:10:15:30 +0000",
                "path": "/dev/items/a%20b/",
                "accountId": "123456789012",
                "protocol": "HTTP/1.1",
                "stage": "dev",
                "domainPrefix": "{{{gateway.ApiId}}}",
                "requestTimeEpoch": 1795342530123,
                "requestId": "{{{id}}}",
                "identity": {
                  "cognitoIdentityPoolId": null,
                  "accountId": null,
                  "cognitoIdentityId": null,
                  "caller": null,
                  "sourceIp": "127.0.0.1",
                  "principalOrgId": null,
                  "accessKey": null,
                  "cognitoAuthenticationType": null,
                  "cognitoAuthenticationProvider": null,
                  "userArn": null,
                  "userAgent": "test/1.0",
                  "user": null
                },
                "domainName": "{{{host}}}",
                "deploymentId": "dep123",
                "apiId": "{{{gateway.ApiId}}}"
              },
              "body": "{\"a\":\"b\"}",
              "isBase64Encoded": false
            }
            """)!;
        Assert.Equal(expected.ToString(), gateway.Functions.Event.ToString());
    }

    [Fact]
    public async Task Request_WithoutMore_HasNulls()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync(path: "/");

        await gateway.SendRawAsync("""
            GET /dev HTTP/1.1
            Host: localhost
            Connection: close


            """);

        var request = gateway.Functions.Event;
        foreach (var name in (string[])[
            "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body",
        ])
        {
            Assert.True(request.ContainsKey(name));
            Assert.Null(request[name]);
        }

        Assert.True(request["requestContext"]!["identity"]!.AsObject().ContainsKey("userAgent"));
        Assert.Null(request["requestContext"]!["identity"]!["userAgent"]);
        Assert.Equal("/", (string?)request["resource"]);
        Assert.Equal("/", (string?)request["path"]);
        Assert.Equal("/dev", (string?)request["requestContext"]!["path"]);
        Assert.Equal("localhost", (string?)request["requestContext"]!["domainPrefix"]);
    }

    [Theory]
    [InlineData("/dev/files/a/b", "/files/a/b", "a/b")]
    [InlineData("/dev/files/a/b/", "/files/a/b/", "a/b")]
    [InlineData("/dev//files/a", "/files/a", "a")]
    [InlineData(
        "/dev/files/user/test%2Balias@gmail.com/plus/test+alias@gmail.com",
        "/files/user/test%2Balias@gmail.com/plus/test+alias@gmail.com",
        "user/test%2Balias@gmail.com/plus/test+alias@gmail.com")]
    [InlineData("/dev/files/gr%C3%B6%C3%9Fer", "/files/gr%C3%B6%C3%9Fer", "gr%C3%B6%C3%9Fer")]
    public async Task Paths_StayAsTheyWereSent(string sent, string path, string proxy)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync(path: "/files/{proxy+}");

        await gateway.SendRawAsync($"""
            GET {sent} HTTP/1.1
            Host: localhost
            Connection: close


            """);

        Assert.Equal(path, (string?)gateway.Functions.Event["path"]);
        Assert.Equal(proxy, (string?)gateway.Functions.Event["pathParameters"]!["proxy"]);
        Assert.Equal(sent, (string?)gateway.Functions.Event["requestContext"]!["path"]);
    }

    [Fact]
    public async Task HeadersOfTheConnection_AreLeftOut_AndForwardingIsExtended()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();

        await gateway.SendRawAsync("""
            GET /dev/items HTTP/1.1
            Host: localhost
            Connection: close, te
            TE: trailers
            Content-MD5: x
            Max-Forwards: 3
            Trailer: x
            Server: x
            WWW-Authenticate: x
            Proxy-Authenticate: x
            Accept: */*
            Cookie: a=b
            X-Forwarded-For: 203.0.113.7, 198.51.100.1
            X-Forwarded-Proto: https
            X-Forwarded-Port: 443


            """);

        var headers = gateway.Functions.Event["headers"]!.AsObject();
        Assert.Equal(
            ["Accept", "Cookie", "Host", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"],
            headers.Select(header => header.Key));
        Assert.Equal("203.0.113.7, 198.51.100.1, 127.0.0.1", (string?)headers["X-Forwarded-For"]);
        Assert.Equal("http", (string?)headers["X-Forwarded-Proto"]);
    }

    [Fact]
    public async Task BodyThatIsNotText_ArrivesWithReplacementCharacters()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        await gateway.Client.PostAsync("/dev/items", new ByteArrayContent([0x61, 0xFF, 0x62]));

        Assert.Equal("a\uFFFDb", (string?)gateway.Functions.Event["body"]);
        Assert.False((bool?)gateway.Functions.Event["isBase64Encoded"]);
    }
}
