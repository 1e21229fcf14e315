using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Functions;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>The API is the route table.</summary>
public sealed partial class ApiTests
{
    private static readonly JsonSerializerOptions s_asItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InBothStages]
    public void Methods_AreTheRouteTable(string stage)
    {
        var api = Stages.Named(stage).Api;
        var methods = api.OfType("AWS::ApiGateway::Method")
            .Select(method => (method.Text("HttpMethod"), PathOf(method.Text("ResourceId"), api), method.Text("OperationName")));

        Assert.Equal(
            Routes.All.Select(route => (route.Method, route.Path, route.Operation)).Order(),
            methods.Order());
    }

    [Theory]
    [InBothStages]
    public void SignedInRoutes_AskTheUserPool_AndNoOthersDo(string stage)
    {
        var api = Stages.Named(stage).Api;
        var authorizer = api.Only("AWS::ApiGateway::Authorizer");
        var authorization = api.OfType("AWS::ApiGateway::Method").ToDictionary(
            method => method.Text("OperationName"),
            method => (method.Text("AuthorizationType"), method.Text("AuthorizerId")));

        Assert.All(Routes.All, route => Assert.Equal(
            route.Access == Access.SignedIn ? ("COGNITO_USER_POOLS", $"${{{authorizer.LogicalId}}}") : ("NONE", ""),
            authorization[route.Operation]));
        Assert.Equal("COGNITO_USER_POOLS", authorizer.Text("Type"));
        Assert.Equal("method.request.header.Authorization", authorizer.Text("IdentitySource"));
        Assert.Equal(
            $"arn:aws:cognito-idp:us-east-1:${{AWS::AccountId}}:userpool/${{import Lexicon-{stage}-Data-UserPoolId}}",
            authorizer.Text("ProviderARNs"));
    }

    [Fact]
    public void Methods_AskForNoScopes_SoThatTheyTakeIdTokens() =>
        Assert.All(Stages.Dev.Api.OfType("AWS::ApiGateway::Method"), method => Assert.Null(method["AuthorizationScopes"]));

    [Theory]
    [InBothStages]
    public void EachMethod_CallsTheLiveAliasOfItsOperation_WhichLetsItAndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        foreach (var method in api.OfType("AWS::ApiGateway::Method"))
        {
            var function = api.OfType("AWS::Lambda::Function")
                .Single(candidate => candidate.Text("Environment.Variables.OPERATION") == method.Text("OperationName"));
            var alias = api.OfType("AWS::Lambda::Alias")
                .Single(candidate => candidate.Text("FunctionName") == $"${{{function.LogicalId}}}");
            var arn = $"${{{alias.LogicalId}}}";
            var permissions = api.OfType("AWS::Lambda::Permission").Where(permission => permission.Text("FunctionName") == arn);
            var permission = Assert.Single(permissions);
            var path = Parameter().Replace(PathOf(method.Text("ResourceId"), api), "*");
            var deployed = api.Only("AWS::ApiGateway::Stage").LogicalId;

            Assert.Equal("AWS_PROXY", method.Text("Integration.Type"));
            Assert.Equal("POST", method.Text("Integration.IntegrationHttpMethod"));
            Assert.Equal(
                $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{arn}/invocations",
                method.Text("Integration.Uri"));
            Assert.Equal("lambda:InvokeFunction", permission.Text("Action"));
            Assert.Equal("apigateway.amazonaws.com", permission.Text("Principal"));
            Assert.Equal(
                "arn:aws:execute-api:us-east-1:${AWS::AccountId}:${GlossaryApi4C8776F1}/" +
                $"${{{deployed}}}/{method.Text("HttpMethod")}{path}",
                permission.Text("SourceArn"));
        }
    }

    [Theory]
    [InBothStages]
    public void Api_IsServedUnderTheNameOfTheStage(string stage)
    {
        var deployed = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage");

        Assert.Equal((stage, "true"), (deployed.Text("StageName"), deployed.Text("TracingEnabled")));
        Assert.Equal("REGIONAL", Stages.Named(stage).Api.Only("AWS::ApiGateway::RestApi").Text("EndpointConfiguration.Types"));
    }

    [Theory]
    [InBothStages]
    public void BodiesBeyondTheLimitOfLambda_AreRefusedAsTheProblemOfTheHandlers(string stage)
    {
        var problem = ProblemType.Of(FailureKind.BodyTooLarge);
        var response = Stages.Named(stage).Api.Only("AWS::ApiGateway::GatewayResponse");
        var template = response["ResponseTemplates"]!["application/json"]!.GetValue<string>();
        var answered = JsonNode.Parse(template
            .Replace("$context.error.messageString", "\"Request Too Long\"", StringComparison.Ordinal)
            .Replace("$context.requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef", StringComparison.Ordinal));

        Assert.Equal(("REQUEST_TOO_LARGE", "413"), (response.Text("ResponseType"), response.Text("StatusCode")));
        Assert.Equal(
            """{"gatewayresponse.header.Content-Type":"'application/problem+json'"}""",
            response["ResponseParameters"]!.ToJsonString(s_asItStands));
        Assert.Equal(
            new ProblemResponse
            {
                Type = problem.Uri,
                Title = problem.Title,
                Status = problem.Status,
                Detail = "Request Too Long",
                Instance = "urn:uuid:c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            },
            answered.Deserialize<ProblemResponse>(JsonSerializerOptions.Web));
        Assert.Contains(
            response.LogicalId,
            Stages.Named(stage).Api.Only("AWS::ApiGateway::Deployment").Json["DependsOn"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public void Deployment_WaitsForEveryMethod()
    {
        var api = Stages.Dev.Api;
        var waitsFor = api.Only("AWS::ApiGateway::Deployment").Json["DependsOn"]!.AsArray().Select(id => (string)id!);

        Assert.Subset(waitsFor.ToHashSet(), api.OfType("AWS::ApiGateway::Method").Select(method => method.LogicalId).ToHashSet());
    }

    private static string PathOf(string reference, Template api)
    {
        var resource = api.Behind(reference);
        var parent = resource.Text("ParentId");
        var path = parent == "${GlossaryApi4C8776F1.RootResourceId}" ? "" : PathOf(parent, api);
        return $"{path}/{resource.Text("PathPart")}";
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
