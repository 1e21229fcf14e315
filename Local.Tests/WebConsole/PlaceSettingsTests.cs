using Lexicon.Local.ApiGateway;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Waf;
using Lexicon.Local.WebConsole.Map;
using Lexicon.Local.WebConsole.Map.Settings;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>What the map says that templates set of an API.</summary>
public sealed class PlaceSettingsTests
{
    private const string Template = """
        {"Resources":{
          "Api":{"Type":"AWS::ApiGateway::RestApi","Properties":{"Name":"A"}},
          "Items":{"Type":"AWS::ApiGateway::Resource","Properties":
            {"RestApiId":{"Ref":"Api"},"ParentId":{"Fn::GetAtt":["Api","RootResourceId"]},"PathPart":"items"}},
          "Item":{"Type":"AWS::ApiGateway::Resource","Properties":
            {"RestApiId":{"Ref":"Api"},"ParentId":{"Ref":"Items"},"PathPart":"{id}"}},
          "Readers":{"Type":"AWS::ApiGateway::Authorizer","Properties":{"RestApiId":{"Ref":"Api"},"Name":"R","Type":"COGNITO_USER_POOLS",
            "IdentitySource":"method.request.header.Authorization",
            "ProviderARNs":["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Test"]}},
          "Checks":{"Type":"AWS::ApiGateway::RequestValidator","Properties":
            {"RestApiId":{"Ref":"Api"},"ValidateRequestBody":true,"ValidateRequestParameters":true}},
          "Note":{"Type":"AWS::ApiGateway::Model","Properties":{"RestApiId":{"Ref":"Api"},"Name":"Note","Schema":{}}},
          "List":{"Type":"AWS::ApiGateway::Method","Properties":{"RestApiId":{"Ref":"Api"},"ResourceId":{"Ref":"Items"},
            "HttpMethod":"GET","AuthorizationType":"NONE","Integration":{"Type":"MOCK"}}},
          "Change":{"Type":"AWS::ApiGateway::Method","Properties":{"RestApiId":{"Ref":"Api"},"ResourceId":{"Ref":"Item"},
            "HttpMethod":"PUT","AuthorizationType":"COGNITO_USER_POOLS","AuthorizerId":{"Ref":"Readers"},"ApiKeyRequired":true,
            "RequestValidatorId":{"Ref":"Checks"},"RequestParameters":{"method.request.header.If-Match":true},
            "RequestModels":{"application/json":"Note"},"Integration":{"Type":"AWS_PROXY","IntegrationHttpMethod":"POST","Uri":
              {"Fn::Join":["",["arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/",
                "arn:aws:lambda:us-east-1:123456789012:function:Change/invocations"]]}}}},
          "Decide":{"Type":"AWS::ApiGateway::Method","Properties":{"RestApiId":{"Ref":"Api"},"ResourceId":{"Ref":"Item"},
            "HttpMethod":"POST","AuthorizationType":"AWS_IAM","MethodResponses":[{"StatusCode":"200"},{"StatusCode":"500"}],"Integration":{"Type":"MOCK",
              "RequestParameters":{"integration.request.header.Content-Type":"'text/plain'"},
              "RequestTemplates":{"application/json":"{\"statusCode\":\n200}"},
              "IntegrationResponses":[{"StatusCode":"200","ResponseTemplates":{"application/json":"{}"}},
                {"StatusCode":"500","SelectionPattern":"5..","ResponseTemplates":{"application/json":"{\"failed\":true}"}}]}}},
          "Deployment":{"Type":"AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"Api"}}},
          "Stage":{"Type":"AWS::ApiGateway::Stage","Properties":{"RestApiId":{"Ref":"Api"},"StageName":"dev",
            "DeploymentId":{"Ref":"Deployment"},"MethodSettings":[
              {"HttpMethod":"*","ResourcePath":"/*","ThrottlingRateLimit":500,"ThrottlingBurstLimit":1000},
              {"HttpMethod":"PUT","ResourcePath":"/~1items~1{id}","ThrottlingRateLimit":50,"ThrottlingBurstLimit":100}]}},
          "Plan":{"Type":"AWS::ApiGateway::UsagePlan","Properties":{"ApiStages":[{"ApiId":{"Ref":"Api"},"Stage":{"Ref":"Stage"}}],
            "Throttle":{"RateLimit":5,"BurstLimit":7}}}}}
        """;

    [Fact]
    public void RestApi_SaysItsStages_Plans_Authorizers_AndWhoMayCallEachRoute()
    {
        var tables = Tables("Api");

        Assert.Equal(
            [
                "Stages", "Usage plans, for who brings a key", "Authorizers", "Routes",
                "Mapping templates of POST /items/{id}",
            ],
            tables.Select(table => table.Title));
        Assert.Equal(
            [
                "dev | 500 a second, 1000 at once | none | no | none",
                "Plan |  | 5 a second, 7 at once | none | 0",
                "Readers | COGNITO_USER_POOLS | method.request.header.Authorization | userpool/us-east-1_Test",
                "GET /items | anyone | no | nothing | the stage's | nothing: it responds itself",
                "POST /items/{id} | who signs with credentials that IAM allows it (AWS_IAM) | no | nothing | the stage's | "
                    + "nothing: it responds itself",
                "PUT /items/{id} | who is signed in (Cognito, Readers) | required | has If-Match; the body, by the model Note | "
                    + "50 a second, 100 at once | the function Change",
            ],
            tables.Where(table => !table.IsCode).SelectMany(table => table.Rows).Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public void RestApi_ShowsTheTemplatesBetweenTheCallerAndTheIntegration_AsTheyAre() => Assert.Equal(
        [
            "What it is asked, headers and parameters | integration.request.header.Content-Type = 'text/plain'",
            "What it is asked, application/json | {\"statusCode\":\n200}",
            "What the caller gets: 200, for all else, application/json | {}",
            "What the caller gets: 500, where what came is like 5.., application/json | {\"failed\":true}",
        ],
        Tables("Api").Single(table => table.IsCode).Rows.Select(row => string.Join(" | ", row)));

    private static List<SettingsTable> Tables(string logicalId)
    {
        using var assembly = new AssemblyFolder().With("App", Template);
        var identities = new Identities(TimeProvider.System);
        var service = new ApiGatewayService(
            new FakeFunctions(), new FakeUserPool(), identities, identities, new(new Uri("http://localhost"), () => []),
            new WafService(TimeProvider.System), new FakeLogs(), TimeProvider.System);
        var graph = new ResourceGraph(assembly.Load(), new ResourceTypes(service.ResourceTypes));
        graph.ProvisionAll();
        List<ResourceNode> nodes = [.. graph.Nodes];
        var map = ArchitectureMap.Of(nodes);
        return [.. PlaceSettings.Of(map.Places.Single(place => place.Node.LogicalId == logicalId), map, nodes)];
    }
}
