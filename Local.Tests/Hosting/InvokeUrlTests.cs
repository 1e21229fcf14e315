using Lexicon.Local.ApiGateway;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Waf;

namespace Lexicon.Local.Tests.Hosting;

public sealed class InvokeUrlTests
{
    private const string Api = """
        {"Resources":{"Api":{"Type":"AWS::ApiGateway::RestApi","Properties":{"Name":"Api"}},
                      "Stage":{"Type":"AWS::ApiGateway::Stage",
                               "Properties":{"RestApiId":{"Ref":"Api"},"StageName":"dev","DeploymentId":"d"}}}}
        """;

    [Fact]
    public void ReadyMessage_NamesTheApiWithItsStage() =>
        Assert.Equal(
            [
                ("Site", "http://localhost:9800"),
                ("API", "http://localhost:9801/dev"),
                ("AWS_ENDPOINT_URL", "http://localhost:9802  (access key id and secret: local)"),
                ("Console", "http://localhost:9803  (for programs: http://localhost:9803/api/openapi.json, with SQL over spans and logs)"),
            ],
            ReadyMessage.Rows(Endpoints.From(9800), Graph(Api)));

    [Fact]
    public void ReadyMessage_WithoutAStage_NamesTheAddressAlone() =>
        Assert.Contains(("API", "http://localhost:9801"), ReadyMessage.Rows(Endpoints.From(9800), Graph("""{"Resources":{}}""")));

    [Fact]
    public async Task ConsolePage_NamesTheApiWithItsStage()
    {
        var state = await ConsoleState.ReadAsync(Endpoints.From(9800), Graph(Api));

        Assert.Equal("http://localhost:9801/dev", (string?)state["endpoints"]!["api"]);
    }

    private static ResourceGraph Graph(string template)
    {
        using var folder = new AssemblyFolder().With("Api", template);
        var identities = new Identities(TimeProvider.System);
        var service = new ApiGatewayService(
            new FakeFunctions(),
            new FakeUserPool(),
            identities,
            identities,
            new(new Uri("http://localhost"), () => []),
            new WafService(TimeProvider.System),
            new FakeLogs(),
            TimeProvider.System);
        var graph = new ResourceGraph(folder.Load(), new ResourceTypes(service.ResourceTypes));
        graph.ProvisionAll();
        return graph;
    }
}
