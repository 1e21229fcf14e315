using System.Text.RegularExpressions;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>The API is the route table.</summary>
public sealed partial class ApiTests
{
    [Theory]
    [InEveryVariant]
    public void Methods_AreTheRouteTable(string stage)
    {
        var api = Stages.Named(stage).Api;
        var methods = MethodsOf(api)
            .Select(method => (method.Text("HttpMethod"), PathOf(method.Text("ResourceId"), api), method.Text("OperationName")));

        Assert.Equal(
            Routes.All.Select(route => (route.Method, route.Path, route.Operation)).Order(),
            methods.Order());
    }

    [Theory]
    [InEveryVariant]
    public void Resources_AreTheStepsOfTheRoutesPaths(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.Equal(
            Routes.All.SelectMany(route => StepsOf(route.Path)).Distinct().Order(StringComparer.Ordinal),
            api.OfType("AWS::ApiGateway::Resource").Select(resource => PathOf($"${{{resource.LogicalId}}}", api)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InEveryVariant]
    public void SignedInRoutes_AskTheUserPool_AndNoOthersDo(string stage)
    {
        var api = Stages.Named(stage).Api;
        var authorizer = api.Only("AWS::ApiGateway::Authorizer");
        var authorization = MethodsOf(api).ToDictionary(
            method => method.Text("OperationName"),
            method => (method.Text("AuthorizationType"), method.Text("AuthorizerId")));

        Assert.All(Routes.All, route => Assert.Equal(
            route.Access == Access.SignedIn ? ("COGNITO_USER_POOLS", $"${{{authorizer.LogicalId}}}") : ("NONE", ""),
            authorization[route.Operation]));
        Assert.Equal("COGNITO_USER_POOLS", authorizer.Text("Type"));
        Assert.Equal("method.request.header.Authorization", authorizer.Text("IdentitySource"));

        // What it found is kept for five minutes, unless a template says otherwise, for which there is no need.
        Assert.Null(authorizer["AuthorizerResultTtlInSeconds"]);
        Assert.Equal(
            $"arn:aws:cognito-idp:us-east-1:${{AWS::AccountId}}:userpool/${{import Lexicon-{Stages.Named(stage).Name}-Data-UserPoolId}}",
            authorizer.Text("ProviderARNs"));
    }

    [Theory]
    [InEveryVariant]
    public void Methods_AskForNoScopes_SoThatTheyTakeIdTokens(string stage) =>
        Assert.All(Stages.Named(stage).Api.OfType("AWS::ApiGateway::Method"), method => Assert.Null(method["AuthorizationScopes"]));

    [Theory]
    [InEveryVariant]
    public void EachMethod_CallsTheLiveAliasOfItsOperation_WhichLetsItAndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.Equal(Routes.All.Count, api.OfType("AWS::Lambda::Permission").Count());
        foreach (var method in MethodsOf(api))
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
    [InEveryVariant]
    public void EveryPart_IsOfTheOneApi(string stage)
    {
        var api = Stages.Named(stage).Api;
        var parts = api.Resources.Where(resource =>
            resource.Type.StartsWith("AWS::ApiGateway::", StringComparison.Ordinal)
            && resource.Type is not ("AWS::ApiGateway::RestApi" or "AWS::ApiGateway::ApiKey" or "AWS::ApiGateway::UsagePlan" or "AWS::ApiGateway::UsagePlanKey"));

        Assert.All(parts, part => Assert.Equal("${GlossaryApi4C8776F1}", part.Text("RestApiId")));
        Assert.Equal(
            $"${{{api.Only("AWS::ApiGateway::Deployment").LogicalId}}}",
            api.Only("AWS::ApiGateway::Stage").Text("DeploymentId"));
    }

    [Theory]
    [InEveryVariant]
    public void Api_IsServedUnderTheNameOfTheStage(string stage)
    {
        var deployed = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage");

        Assert.Equal((Stages.Named(stage).Name, "true"), (deployed.Text("StageName"), deployed.Text("TracingEnabled")));
        Assert.Equal("REGIONAL", Stages.Named(stage).Api.Only("AWS::ApiGateway::RestApi").Text("EndpointConfiguration.Types"));
    }

    [Theory]
    [InEveryVariant]
    public void Deployment_WaitsForEverythingThatItShows(string stage)
    {
        var api = Stages.Named(stage).Api;
        string[] shown =
        [
            "AWS::ApiGateway::Method",
            "AWS::ApiGateway::Model",
            "AWS::ApiGateway::RequestValidator",
            "AWS::ApiGateway::GatewayResponse",
        ];

        Assert.Subset(
            api.Only("AWS::ApiGateway::Deployment").DependsOn.ToHashSet(),
            api.Resources.Where(resource => shown.Contains(resource.Type)).Select(resource => resource.LogicalId).ToHashSet());
    }

    [Theory]
    [InEveryVariant]
    public void Answers_AreCompressedFromAKilobyte(string stage) =>
        Assert.Equal("1024", Stages.Named(stage).Api.Only("AWS::ApiGateway::RestApi").Text("MinimumCompressionSize"));

    // The rest answers browsers that ask first, where the context allows other origins: ApiOptionTests.
    private static IEnumerable<Resource> MethodsOf(Template api) =>
        api.OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") != "OPTIONS");

    private static string PathOf(string reference, Template api)
    {
        var parts = new Stack<string>();
        for (var at = reference; at != "${GlossaryApi4C8776F1.RootResourceId}"; at = api.Behind(at).Text("ParentId"))
        {
            parts.Push(api.Behind(at).Text("PathPart"));
            Assert.InRange(parts.Count, 1, api.Resources.Count);
        }

        return $"/{string.Join('/', parts)}";
    }

    private static IEnumerable<string> StepsOf(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(2, parts.Length - 1).Select(length => string.Join('/', parts[..length]));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
