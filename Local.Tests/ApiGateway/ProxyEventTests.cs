using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ProxyEventTests
{
    [Fact]
    public async Task Event_CarriesEveryMember_InAwsShape()
    {
        await using var gateway = new Gateway();
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
        Assert.Matches("^[A-Za-z0-9+/]{15}=$", extended);
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
}
