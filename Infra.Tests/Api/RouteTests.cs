namespace Lexicon.Infra.Tests.Api;

/// <summary>The API is the route table: each row a method that calls its function, and lets in whom the row says.</summary>
public sealed partial class RouteTests
{
    [Fact]
    public void WhatIsOnesOwn_AsksWhoOneIs() => Assert.All(
        Routes.All.Where(route => route.Path.StartsWith("/api/me/", StringComparison.Ordinal)),
        route => Assert.Equal(Audience.SignedIn, route.Access));

    [Theory, InEveryVariant]
    public void Methods_AreTheRouteTable(string stage)
    {
        var api = Stages.Named(stage).Api;
        Assert.Equal(
            Routes.All.Select(route => (route.Method, route.Path, route.Operation)).Order(),
            api.Methods.Select(method => (method.Text("HttpMethod"), PathOf(method, api), method.Text("OperationName"))).Order());
    }

    [Theory, InEveryVariant]
    public void SignedInRoutes_AskTheUserPool_ForIdTokens(string stage)
    {
        var api = Stages.Named(stage).Api;
        var authorizer = api.Only("AWS::ApiGateway::Authorizer");

        Assert.All(api.Methods, method => method.Says(
            ("AuthorizationType", AuthorizationOf(method)),
            ("AuthorizerId", IsSignedIn(method) ? authorizer.Ref : "")));
        authorizer.Says(
            ("Type", "COGNITO_USER_POOLS"), ("IdentitySource", "method.request.header.Authorization"),
            ("ProviderARNs",
                $"arn:aws:cognito-idp:us-east-1:${{AWS::AccountId}}:userpool/${{import {api.StackName[..^4]}-Data-UserPoolId}}"));
    }

    [Theory, InEveryVariant]
    public void EachMethod_CallsTheLiveAliasOfItsOperation_AsItself_WhichLetsItAndNothingElse(string stage)
    {
        var api = Stages.Named(stage).Api;
        var (rest, deployed) = (api.Only("AWS::ApiGateway::RestApi").Ref, api.Only("AWS::ApiGateway::Stage").Ref);
        Assert.All(api.Methods.Where(method => Routes.Of(method.Text("OperationName")).HasFunction), method =>
        {
            var function = Assert.Single(
                api.OfType("AWS::Lambda::Function"), function =>
                    function.Text("Environment.Variables.OPERATION") == method.Text("OperationName"));
            var alias = Assert.Single(api.OfType("AWS::Lambda::Alias"), alias => alias.Text("FunctionName") == function.Ref);
            var path = Parameter().Replace(PathOf(method, api), "*");
            var permission = Assert.Single(api.OfType("AWS::Lambda::Permission"), permission =>
                permission.Text("FunctionName") == alias.Ref);

            Assert.Equal(["IntegrationHttpMethod", "Type", "Uri"], method["Integration"]!.AsObject().Select(member => member.Key).Order());
            method.Says(
                ("Integration.Type", "AWS_PROXY"), ("Integration.IntegrationHttpMethod", "POST"),
                ("Integration.Uri", $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{alias.Ref}/invocations"));
            alias.Says(("Name", "live"));
            permission.Says(
                ("Principal", "apigateway.amazonaws.com"),
                ("SourceArn",
                    $"arn:aws:execute-api:us-east-1:${{AWS::AccountId}}:{rest}/{deployed}/{method.Text("HttpMethod")}{path}"));
        });
    }

    [Theory, InEveryVariant]
    public void EveryPart_IsOfTheOneApi_WhichIsDeployedWhenAllOfItIsThere(string stage)
    {
        var api = Stages.Named(stage).Api;
        var rest = api.Only("AWS::ApiGateway::RestApi").Ref;
        var deployment = api.Only("AWS::ApiGateway::Deployment");
        var before = new CreationOrder(api).Before(deployment.LogicalId);

        Assert.All(api.Resources.Where(resource => resource["RestApiId"] is not null), part => Assert.Equal(rest, part.Text("RestApiId")));
        Assert.All(api.OfType("AWS::ApiGateway::Method", "AWS::ApiGateway::GatewayResponse", "AWS::ApiGateway::Model"), part =>
        {
            Assert.Equal(rest, part.Text("RestApiId"));

            // What is made after the deployment is not in it:
            // https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html.
            Assert.Contains(part.LogicalId, before);
        });
        api.Only("AWS::ApiGateway::Stage").Says(("DeploymentId", deployment.Ref), ("StageName", api.Stage));
        api.Only("AWS::ApiGateway::RestApi").Says(
            ("EndpointConfiguration.Types", "REGIONAL"), ("MinimumCompressionSize", "1024"), ("Name", api.StackName[..^4]));
    }

    private static bool IsSignedIn(Resource method) => Routes.Of(method.Text("OperationName")).Access == Audience.SignedIn;

    private static string AuthorizationOf(Resource method) => Routes.Of(method.Text("OperationName")).Access switch
    {
        Audience.SignedIn => "COGNITO_USER_POOLS",
        Audience.Moderator => "AWS_IAM",
        _ => "NONE",
    };

    private static string PathOf(Resource method, Template api)
    {
        var parts = new Stack<string>();
        for (var at = api.Find(method.Text("ResourceId")); at?.Type == "AWS::ApiGateway::Resource"; at = api.Find(at.Text("ParentId")))
        {
            parts.Push(at.Text("PathPart"));
            Assert.InRange(parts.Count, 1, api.Resources.Count);
        }

        return $"/{string.Join('/', parts)}";
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
