using System.Text;
using Lexicon.Local.CloudFormation;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html.</summary>
public sealed class AwsServiceIntegrationTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/Caller/BackplaneAssumeRoleSession";

    [Fact]
    public async Task Path_GetsTheTemplatesBody_SignedByTheRole()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(
            services,
            "sqs:path/123456789012/Reports",
            "Action=SendMessage&MessageBody=$util.urlEncode($input.body)",
            new() { ["integration.request.header.Content-Type"] = "'application/x-www-form-urlencoded'" });

        var response = await PostAsync(gateway, """{"a": 1}""");

        var asked = Assert.Single(services.Requests);
        Assert.Equal(
            ("sqs", Session, "POST", "/123456789012/Reports", "Action=SendMessage&MessageBody=%7B%22a%22%3A+1%7D"),
            (asked.Service, asked.Caller, asked.Method, asked.Target, asked.Body));
        Assert.Equal("application/x-www-form-urlencoded", asked.Headers.ContentType);
        Assert.Equal("application/json", asked.Headers.Accept);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Action_OfAJsonService_IsItsTarget()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(
            services, "dynamodb:action/GetItem", """{"Key": {"id": {"S": "$input.params('id')"}}}""");
        services.Response = (200, "application/x-amz-json-1.0", """{"Item":{"name":{"S":"Ada"}}}""");

        var response = await PostAsync(gateway);

        var asked = Assert.Single(services.Requests);
        Assert.Equal("DynamoDB_20120810.GetItem", asked.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", asked.Headers.ContentType);
        Assert.Equal("""{"Key": {"id": {"S": "7"}}}""", asked.Body);
        Assert.Equal("""{"Item":{"name":{"S":"Ada"}}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Action_OfTheQueryProtocol_IsAParameter_AndTheDocumentIsJson()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services, "sts:action/GetCallerIdentity", "", new()
        {
            ["integration.request.querystring.Version"] = "'2011-06-15'",
        });

        var response = await PostAsync(gateway);

        Assert.Matches(
            "^\\{\"GetCallerIdentityResponse\":\\{\"GetCallerIdentityResult\":\\{\"Account\":\"123456789012\",\"Arn\":\""
            + $"{Session}\",\"UserId\":\"AROA[0-9A-F]+:BackplaneAssumeRoleSession\"\\}},"
            + "\"ResponseMetadata\":\\{\"RequestId\":\"[0-9a-f-]+\"\\}\\}\\}$",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Parameters_FillPathAndQuery_EachEncodedOnce()
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services, "s3:path/bucket/{key}", null, new()
        {
            ["integration.request.path.key"] = "method.request.path.id",
            ["integration.request.querystring.a b"] = "method.request.querystring.page",
            ["integration.request.header.x-amz-meta-who"] = "context.stage",
        });

        await gateway.Client.PostAsync("/dev/items/a%20b?page=x%26y", null);

        var asked = Assert.Single(services.Requests);
        Assert.Equal("/bucket/a%20b?a%20b=x%26y", asked.Target);
        Assert.Equal("dev", asked.Headers["x-amz-meta-who"]);
    }

    [Theory]
    [InlineData(400, 422, "refused ResourceNotFound")]
    [InlineData(500, 200, """{"__type":"ResourceNotFound"}""")]
    public async Task StatusOfTheService_SelectsTheResponse(int status, int expected, string body)
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(services, "dynamodb:action/GetItem", "{}");
        services.Response = (status, "application/x-amz-json-1.0", """{"__type":"ResourceNotFound"}""");

        var response = await PostAsync(gateway);

        Assert.Equal((expected, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal(expected is 422 ? "request-1" : null, Header(response, "x-service-request"));
    }

    [Fact]
    public async Task RoleThatDoesNotTrustApiGateway_IsAnInternalError()
    {
        await using var services = await RunningServices.StartAsync(trusted: "lambda.amazonaws.com");
        await using var gateway = await StartAsync(services, "dynamodb:action/GetItem", "{}");

        await FailureAsync(await PostAsync(gateway), 500, "InternalServerErrorException", """{"message": "Internal server error"}""");
        Assert.Empty(services.Requests);
    }

    [Theory]
    [InlineData("arn:aws:apigateway:us-east-1:states:action/StartExecution", RunningServices.RoleArn,
        "property 'Integration.Uri' is not supported locally: the service 'states'")]
    [InlineData("arn:aws:apigateway:us-east-1:sqs:action/SendMessage", null,
        "property 'Integration.Credentials' is not valid: Role arn must be specified for AWS integrations")]
    [InlineData("arn:aws:apigateway:us-east-1:sqs:action/SendMessage", "arn:aws:iam::*:user/*",
        "property 'Integration.Credentials' is not supported locally: 'arn:aws:iam::*:user/*' is not a role")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:Reports", RunningServices.RoleArn,
        "property 'Integration.Uri' is not valid: AWS ARN for integration must contain path or action")]
    public void WhatCannotBeCalled_IsRefused(string uri, string? credentials, string message)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();

        var refusal = Assert.Throws<StartupException>(() => gateway.Integration(
            "GET", "/items", new { Type = "AWS", IntegrationHttpMethod = "POST", Uri = uri, Credentials = credentials }));

        Assert.EndsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Connection")]
    [InlineData("Content-Length")]
    [InlineData("Expect")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("TE")]
    [InlineData("Transfer-Encoding")]
    public async Task HeaderOfTheConnection_CannotBeMapped(string header)
    {
        await using var services = await RunningServices.StartAsync();
        await using var gateway = await StartAsync(
            services, "dynamodb:action/GetItem", "{}", new() { [$"integration.request.header.{header}"] = "'x'" });

        await FailureAsync(
            await PostAsync(gateway), 500, "InternalServerErrorException", """{"message": "Internal server error"}""");
        Assert.Empty(services.Requests);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningApiGateway gateway, string body = "{}") =>
        gateway.Client.PostAsync("/dev/items/7", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<RunningApiGateway> StartAsync(
        RunningServices services, string uri, string? template, Dictionary<string, string>? parameters = null)
    {
        var gateway = new RunningApiGateway(services);
        gateway.Api();
        gateway.Integration("POST", "/items/{id}", new
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = $"arn:aws:apigateway:us-east-1:{uri}",
            Credentials = RunningServices.RoleArn,
            RequestParameters = parameters ?? [],
            RequestTemplates = template is null ? [] : new Dictionary<string, string> { ["application/json"] = template },
            IntegrationResponses = new object[]
            {
                new { StatusCode = "200" },
                new
                {
                    StatusCode = "422",
                    SelectionPattern = "4\\d{2}",
                    ResponseParameters = new Dictionary<string, string>
                    {
                        ["method.response.header.x-service-request"] = "integration.response.header.x-amzn-RequestId",
                    },
                    ResponseTemplates = new Dictionary<string, string> { ["application/json"] = "refused $input.path('$.__type')" },
                },
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }
}
