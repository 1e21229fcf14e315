using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>The API is the route table.</summary>
public sealed class ApiTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
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
    [InlineData("dev")]
    [InlineData("prod")]
    public void SignedInRoutes_AskTheUserPool_AndNoOthersDo(string stage)
    {
        var api = Stages.Named(stage).Api;
        var authorizer = api.Only("AWS::ApiGateway::Authorizer");
        var authorization = api.OfType("AWS::ApiGateway::Method")
            .ToDictionary(method => method.Text("OperationName"), method => (method.Text("AuthorizationType"), method.Text("AuthorizerId")));

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
    [InlineData("dev")]
    [InlineData("prod")]
    public void EachMethod_CallsTheFunctionOfItsOperation_WhichLetsItAndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        foreach (var method in api.OfType("AWS::ApiGateway::Method"))
        {
            var function = api.OfType("AWS::Lambda::Function")
                .Single(candidate => candidate.Text("Environment.Variables.OPERATION") == method.Text("OperationName"));
            var arn = $"${{{function.LogicalId}.Arn}}";
            var permission = Assert.Single(api.OfType("AWS::Lambda::Permission"), candidate => candidate.Text("FunctionName") == arn);
            var path = PathOf(method.Text("ResourceId"), api).Split('/').Select(segment => segment.StartsWith('{') ? "*" : segment);

            Assert.Equal(("AWS_PROXY", "POST"), (method.Text("Integration.Type"), method.Text("Integration.IntegrationHttpMethod")));
            Assert.Equal($"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{arn}/invocations", method.Text("Integration.Uri"));
            Assert.Equal(("lambda:InvokeFunction", "apigateway.amazonaws.com"), (permission.Text("Action"), permission.Text("Principal")));
            Assert.Equal(
                "arn:aws:execute-api:us-east-1:${AWS::AccountId}:${GlossaryApi4C8776F1}/" +
                $"${{GlossaryApiDeploymentStage{stage}{Suffix(api)}}}/{method.Text("HttpMethod")}{string.Join('/', path)}",
                permission.Text("SourceArn"));
        }
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Api_IsServedUnderTheNameOfTheStage(string stage)
    {
        var deployed = Stages.Named(stage).Api.Only("AWS::ApiGateway::Stage");

        Assert.Equal((stage, "true"), (deployed.Text("StageName"), deployed.Text("TracingEnabled")));
        Assert.Equal("REGIONAL", Stages.Named(stage).Api.Only("AWS::ApiGateway::RestApi").Text("EndpointConfiguration.Types"));
    }

    [Fact]
    public void Deployment_WaitsForEveryMethod()
    {
        var api = Stages.Dev.Api;
        var waitsFor = api.Only("AWS::ApiGateway::Deployment").Json["DependsOn"]!.AsArray().Select(id => (string)id!);

        Assert.Subset(waitsFor.ToHashSet(), api.OfType("AWS::ApiGateway::Method").Select(method => method.LogicalId).ToHashSet());
    }

    private static string Suffix(Template api) => api.Only("AWS::ApiGateway::Stage").LogicalId[^8..];

    private static string PathOf(string reference, Template api)
    {
        var resource = api.OfType("AWS::ApiGateway::Resource").SingleOrDefault(candidate => reference == $"${{{candidate.LogicalId}}}");
        return resource is null ? "" : $"{PathOf(resource.Text("ParentId"), api)}/{resource.Text("PathPart")}";
    }
}
