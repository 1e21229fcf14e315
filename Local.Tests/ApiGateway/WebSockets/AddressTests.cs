using Lexicon.Local.ApiGateway.WebSockets;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.CloudFormation;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>What a template says of an API's address leads to the runner.</summary>
public sealed class AddressTests
{
    private const string Api = """
        {"Type":"AWS::ApiGatewayV2::Api","Properties":{"Name":"A","ProtocolType":"WEBSOCKET",
         "RouteSelectionExpression":"$request.body.action"}}
        """;

    private const string Stage = """
        {"Type":"AWS::ApiGatewayV2::Stage","Properties":{"ApiId":{"Ref":"Api"},"StageName":"dev",
         "StageVariables":{
            "attribute":{"Fn::Join":["",[{"Fn::GetAtt":["Api","ApiEndpoint"]},"/dev"]]},
            "joined":{"Fn::Join":["",["https://",{"Ref":"Api"},".execute-api.",{"Ref":"AWS::Region"},".",{"Ref":"AWS::URLSuffix"},"/dev"]]},
            "within":{"Fn::Sub":"connect-src 'self' wss://${Api}.execute-api.us-east-1.amazonaws.com; img-src 'self'"},
            "pools":"connect-src 'self' https://cognito-identity.us-east-1.amazonaws.com; img-src 'self'",
            "foreign":"https://another.execute-api.us-east-1.amazonaws.com/dev"}}}
        """;

    [Fact]
    public void AddressOfAnApi_BecomesTheRunners()
    {
        var variables = Variables($$$"""{"Resources":{"Api":{{{Api}}},"Stage":{{{Stage}}}}}""");

        Assert.Equal("ws://localhost:9801/dev", variables["attribute"]);
        Assert.Equal("http://localhost:9801/dev", variables["joined"]);
        Assert.Equal("connect-src 'self' ws://localhost:9801; img-src 'self'", variables["within"]);
        Assert.Equal("connect-src 'self' http://localhost:9802; img-src 'self'", variables["pools"]);
        Assert.Equal("https://another.execute-api.us-east-1.amazonaws.com/dev", variables["foreign"]);
    }

    [Fact]
    public void AddressOfOneOfSeveralApis_NamesIt()
    {
        var variables = Variables($$$"""{"Resources":{"Api":{{{Api}}},"Other":{{{Api}}},"Stage":{{{Stage}}}}}""");

        Assert.Matches(@"^ws://[a-z0-9]{10}\.execute-api\.localhost:9801/dev$", variables["attribute"]);
    }

    [Fact]
    public void ReadyMessage_NamesTheSocket() => Assert.Contains(
        ("WebSocket", "ws://localhost:9801/dev"),
        ReadyMessage.Rows(Endpoints.From(9800), Graph($$$"""{"Resources":{"Api":{{{Api}}},"Stage":{{{Stage}}}}}""")));

    private static Dictionary<string, string> Variables(string template) =>
        Graph(template).Nodes.Single(node => node.LogicalId == "Stage").Resource!.Properties["StageVariables"]!.AsObject()
            .ToDictionary(variable => variable.Key, variable => (string)variable.Value!);

    private static ResourceGraph Graph(string template)
    {
        using var folder = new AssemblyFolder().With("Live", template);
        var identities = new Identities(TimeProvider.System);
        var service = new WebSocketService(
            new FakeFunctions(), identities, identities, new(new("http://localhost"), () => []), new FakeLogs(), TimeProvider.System);
        var graph = new ResourceGraph(folder.Load(), new ResourceTypes(service.ResourceTypes), Endpoints.From(9800));
        graph.ProvisionAll();
        return graph;
    }
}
