using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.WebConsole.Map;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>The places and ways that the map finds in templates.</summary>
public sealed class MapTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-map-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Subscription_IsAWay_FromItsTopicToItsQueue_AndDeadLettersAreOne_FromQueueToQueue()
    {
        var map = Map("""
            {"Resources":{
              "News0123ABCD":{"Type":"AWS::SNS::Topic"},
              "Dead":{"Type":"AWS::SQS::Queue"},
              "Inbox":{"Type":"AWS::SQS::Queue","Properties":{"RedrivePolicy":
                {"deadLetterTargetArn":{"Fn::GetAtt":["Dead","Arn"]},"maxReceiveCount":3}}},
              "Sub":{"Type":"AWS::SNS::Subscription","Properties":
                {"TopicArn":{"Ref":"News0123ABCD"},"Protocol":"sqs","Endpoint":{"Fn::GetAtt":["Inbox","Arn"]}}}}}
            """);

        Assert.Equal(["News", "Dead", "Inbox"], map.Places.Select(place => place.Name));
        Assert.Equal(
            [("App/Inbox", "App/Dead", "event", "dead letters"), ("App/News0123ABCD", "App/Inbox", "event", "")],
            map.Ways.Select(way => (way.From, way.To, way.Kind, way.Label)).Order());
    }

    [Fact]
    public void Role_IsOnTheMap_ForWhoAsksForIt() =>
        Assert.True(Assert.Single(Map("""
            {"Resources":{"Reader":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":
              [{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}}}}}
            """).Places).IsDetail);

    [Fact]
    public void Cost_OfAQueue_IsWhatThisRunHasUsed_ByTheListPrice()
    {
        var place = Assert.Single(Map("{\"Resources\":{\"Inbox\":{\"Type\":\"AWS::SQS::Queue\"}}}").Places);
        var traces = new NoTraces { Usage = { [place.Arn!] = new() { ["requests"] = 5_000_000 } } };

        var costs = new Costs(traces, new NoFunctions(), Prices.Known).Of(place);

        Assert.Equal(
            (5_000_000, "requests to a standard queue", 2.0),
            ((double)costs["used"]![0]!["count"]!, (string)costs["used"]![0]!["unit"]!, (double)costs["usd"]!));
        Assert.Null(costs["month"]);
    }

    private ArchitectureMap Map(string template)
    {
        using var assembly = new AssemblyFolder().With("App", template);
        var settings = TestSettings.In(_folder);
        var identities = new Identities(TimeProvider.System);
        var sqs = new SqsService(settings, Endpoints.From(9200), identities, TimeProvider.System);
        var sns = new SnsService(settings, Endpoints.From(9200), identities, sqs, () => new FakeFunctions(), TimeProvider.System, _ => { });
        var graph = new ResourceGraph(
            assembly.Load(), new ResourceTypes([.. new IamService(identities).ResourceTypes, .. sqs.ResourceTypes, .. sns.ResourceTypes]));
        graph.ProvisionAll();
        return ArchitectureMap.Of([.. graph.Nodes]);
    }
}
