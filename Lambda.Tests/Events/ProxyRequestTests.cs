using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Lambda.Tests.Events;

public sealed class ProxyRequestTests
{
    public static TheoryData<string> Serializers => TestJson.Serializers;

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfARestRequest_FillsEveryMember(string serializer)
    {
        var request = TestJson.Read<APIGatewayProxyRequest>(serializer, Samples.Rest);

        Assert.Equal(
            ("/api/me/glossaries/{glossaryId}", "/api/me/glossaries/01J", "PUT"), (request.Resource, request.Path, request.HttpMethod));
        Assert.Equal("\"3\"", request.Headers!["If-Match"]);
        Assert.Equal(["a", "b"], request.MultiValueHeaders!["Accept"]);
        Assert.Equal("é", request.QueryStringParameters!["tag"]);
        Assert.Equal(["e", "é"], request.MultiValueQueryStringParameters!["tag"]);
        Assert.Equal("01J", request.PathParameters!["glossaryId"]);
        Assert.Null(request.StageVariables);
        Assert.Equal(("{\"title\":\"t\"}", false), (request.Body, request.IsBase64Encoded));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfARestRequest_FillsItsContext(string serializer)
    {
        var context = TestJson.Read<APIGatewayProxyRequest>(serializer, Samples.Rest).RequestContext!;

        Assert.Equal(
            ("ghi456", "/api/me/glossaries/{glossaryId}", "UpdateGlossary", "PUT", "XYZ="),
            (context.ResourceId, context.ResourcePath, context.OperationName, context.HttpMethod, context.ExtendedRequestId));
        Assert.Equal(
            ("14/Nov/2023:22:13:20 +0000", 1_700_000_000_000, "/dev/api/me/glossaries/01J", "123456789012", "dev"),
            (context.RequestTime, context.RequestTimeEpoch, context.Path, context.AccountId, context.Stage));
        Assert.Equal(
            ("abc", "abc.execute-api.us-east-1.amazonaws.com", "abc", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"),
            (context.DomainPrefix, context.DomainName, context.ApiId, context.RequestId));
        var identity = context.Identity!;
        Assert.Equal(("192.0.2.1", "curl/8", null), (identity.SourceIp, identity.UserAgent, identity.Caller));
        var certificate = identity.ClientCert!;
        Assert.Equal(
            ("PEM", "CN=s", "CN=i", "1"),
            (certificate.ClientCertPem, certificate.SubjectDN, certificate.IssuerDN, certificate.SerialNumber));
        Assert.Equal(
            ("May 28 12:30:02 2019 GMT", "Aug  5 09:36:04 2021 GMT"),
            (certificate.Validity!.NotBefore, certificate.Validity.NotAfter));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfASignedInRequest_GivesTheClaims(string serializer)
    {
        var authorizer = TestJson.Read<APIGatewayProxyRequest>(serializer, Samples.Rest).RequestContext!.Authorizer!;

        Assert.Equal("u-1", authorizer.Claims["sub"]);
        Assert.Equal("demo", authorizer.Claims["cognito:username"]);
        Assert.Equal(4, authorizer.Claims.Count);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfALambdaAuthorizersContext_GivesItsValues(string serializer)
    {
        var authorizer = TestJson.Read<APIGatewayProxyRequest>(
            serializer,
            """{"requestContext":{"authorizer":{"principalId":"u-1","stringKey":"s","numKey":1,"boolKey":true}}}""")
            .RequestContext!.Authorizer!;

        Assert.Equal("u-1", Assert.IsType<JsonElement>(authorizer["principalId"]).GetString());
        Assert.Equal(1, Assert.IsType<JsonElement>(authorizer["numKey"]).GetInt32());
        Assert.Empty(authorizer.Claims);
#pragma warning disable CS0618 // The members that AWS made obsolete still have to work.
        Assert.Equal(("u-1", "s", 1, true), (authorizer.PrincipalId, authorizer.StringKey, authorizer.NumKey, authorizer.BoolKey));
#pragma warning restore CS0618
    }

    [Theory]
    [InlineData("""{"requestContext":{"authorizer":{}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"claims":null}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"claims":"none"}}}""")]
    public void Read_WithoutClaims_GivesNone(string json) =>
        Assert.Empty(TestJson.Read<APIGatewayProxyRequest>(nameof(TestJson.Serializer), json).RequestContext!.Authorizer!.Claims);

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfAWebSocketMessage_GivesItsConnectionAndRoute(string serializer)
    {
        var request = TestJson.Read<APIGatewayProxyRequest>(serializer, Samples.WebSocket);

        var context = request.RequestContext!;
        Assert.Equal(
            ("$default", "MESSAGE", "IN", "Ou1mdcPvoAMCJEg=", "Ou1m=", "ws.execute-api.us-east-1.amazonaws.com", "dev"),
            (context.RouteKey, context.EventType, context.MessageDirection, context.ConnectionId, context.MessageId, context.DomainName,
                context.Stage));
        Assert.Equal(1_700_000_000_000, context.ConnectedAt);
        Assert.Equal(("hello", null, null), (request.Body, request.Path, request.Headers));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_DoesNotCareAboutCase(string serializer) =>
        Assert.Equal("/p", TestJson.Read<APIGatewayProxyRequest>(serializer, """{"PATH":"/p"}""").Path);

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Read_OfAnAuthorizersEvent_GivesTokenOrRequest(string serializer)
    {
        var token = TestJson.Read<APIGatewayCustomAuthorizerRequest>(serializer, Samples.TokenAuthorizer);
        Assert.Equal(
            ("TOKEN", "allow", "arn:aws:execute-api:us-east-1:123456789012:abc/dev/GET/api"),
            (token.Type, token.AuthorizationToken, token.MethodArn));

        var request = TestJson.Read<APIGatewayCustomAuthorizerRequest>(serializer, Samples.RequestAuthorizer);
        Assert.Equal(("REQUEST", null, "/request", "GET"), (request.Type, request.AuthorizationToken, request.Path, request.HttpMethod));
        Assert.Equal(
            ("Bearer t", "t", "v"),
            (request.Headers!["Authorization"], request.QueryStringParameters!["token"], request.StageVariables!["StageVar1"]));
        Assert.Equal(("c=", "k"), (request.RequestContext!.ConnectionId, request.RequestContext.Identity!.ApiKey));
    }

    [Fact]
    public void Read_OfATypeThatTheContextDoesNotList_SaysSo() =>
        Assert.Equal(
            "Error converting the Lambda event JSON payload to type Lexicon.Lambda.Tests.Events.TestJson+Unlisted: "
            + "No JsonTypeInfo registered in Lexicon.Lambda.Tests.Events.TestJson+Context for type "
            + "Lexicon.Lambda.Tests.Events.TestJson+Unlisted.",
            Assert.Throws<Amazon.Lambda.Serialization.SystemTextJson.JsonSerializerException>(
                () => TestJson.Read<TestJson.Unlisted>(nameof(TestJson.Serializer), "{}")).Message);
}
