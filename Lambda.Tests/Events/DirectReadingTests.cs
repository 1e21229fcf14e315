using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using FsCheck;
using FsCheck.Fluent;

namespace Lexicon.Lambda.Tests.Events;

/// <summary>Reading and writing without metadata has the outcome of reading and writing with it, whatever comes.</summary>
public sealed class DirectReadingTests
{
    // A customizer, even one that changes nothing, makes the serializer use the metadata.
    private static readonly SourceGeneratorLambdaJsonSerializer<TestJson.Context> ByMetadata =
        new(customizer: _ => { }, jsonWriterCustomizer: null);

    private static readonly SourceGeneratorLambdaJsonSerializer<TestJson.Context> Direct = new();

    [Theory]
    [InlineData(Samples.Rest)]
    [InlineData(Samples.WebSocket)]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData(" { } ")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{},")]
    [InlineData("""{"path":1}""")]
    [InlineData("""{"path":{}}""")]
    [InlineData("""{"path":"a","PATH":"b"}""")]
    [InlineData("""{"p\u0061th":"a\ud83d\ude00\n","\u0062ODY":"b"}""")]
    [InlineData("""{"body":"\ud83d"}""")]
    [InlineData("""{"isBase64Encoded":null}""")]
    [InlineData("""{"isBase64Encoded":"true"}""")]
    [InlineData("""{"headers":{"a":null,"a":"b"},"multiValueHeaders":{"a":null,"b":[null,"c"]}}""")]
    [InlineData("""{"headers":[]}""")]
    [InlineData("""{"headers":{"a":1}}""")]
    [InlineData("""{"multiValueHeaders":{"a":"b"}}""")]
    [InlineData("""{"requestContext":{"requestTimeEpoch":1.5}}""")]
    [InlineData("""{"requestContext":{"requestTimeEpoch":"1"}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"a":null,"b":[1,{"c":true}],"claims":{"sub":"x"}}}}""")]
    [InlineData("""{"requestContext":{"authorizer":"a"}}""")]
    [InlineData("""{"unknown":{"path":[1,2,{"path":"x"}]},"path":"a"}""")]
    [InlineData("""{"path":"a",}""")]
    [InlineData("""{"path":"a"/*comment*/}""")]
    public void Read_OfThisEvent_IsAsByMetadata(string json) => AssertSame(json);

    [Fact]
    public void Read_OfDeepNesting_IsAsByMetadata()
    {
        AssertSame($$"""{"unknown":{{new string('[', 62)}}{{new string(']', 62)}}}""");
        AssertSame($$"""{"unknown":{{new string('[', 64)}}{{new string(']', 64)}}}""");
    }

    [Fact]
    public void Read_OfBytesThatAreNotUtf8_IsRefusedAsByMetadata()
    {
        byte[] json = [.. "{\"body\":\""u8, 0xff, .. "\"}"u8];

        Assert.Throws<JsonSerializerException>(() => Read(ByMetadata, json));
        Assert.Throws<JsonSerializerException>(() => Read(Direct, json));
    }

    [Fact]
    public void Read_OfAnyEvent_IsAsByMetadata() =>
        Prop.ForAll(EventGen.ToArbitrary(), AssertSame)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Read_OfAnyEventCutShort_IsRefusedAsByMetadata() => Prop.ForAll(
        (from cut in Gen.Choose(0, Samples.Rest.Length - 1) select Samples.Rest[..cut]).ToArbitrary(),
        AssertSame).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_OfAnyAnswer_IsAsByMetadata()
    {
        var text = Gen.Elements<string?>(null, "", "a", "é\"\\<&>", "\n", "\ud83d\ude00");
        var name = Gen.Elements("", "Location", "x-é");
        var headers =
            from names in name.ListOf()
            from values in text.ListOf()
            select names.Zip(values).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second!);
        var answers =
            from status in Gen.Choose(0, 999)
            from body in text
            from single in headers.OrNull()
            from multiple in headers.OrNull()
            from isBase64 in Gen.Elements(true, false)
            select new APIGatewayProxyResponse
            {
                StatusCode = status,
                Body = body,
                Headers = single,
                MultiValueHeaders = multiple?.ToDictionary(
                    pair => pair.Key, pair => pair.Value is null ? null! : (IList<string>)[pair.Value, null!]),
                IsBase64Encoded = isBase64,
            };

        Prop.ForAll(answers.ToArbitrary(), answer => Assert.Equal(Write(ByMetadata, answer), Write(Direct, answer)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_OfNoAnswer_IsNull() => Assert.Equal("null", Write<APIGatewayProxyResponse?>(Direct, null));

    /// <summary>The documented event with some members replaced, renamed or added.</summary>
    private static Gen<string> EventGen =>
        from changes in ChangeGen.ListOf()
        select changes.Aggregate(JsonNode.Parse(Samples.Rest)!, (json, change) => Change(json, change.At, change.Kind, change.Value))
            .ToJsonString();

    private static Gen<(int At, int Kind, Func<JsonNode?> Value)> ChangeGen =>
        from at in Gen.Choose(0, 1000)
        from kind in Gen.Choose(0, 2)
        from value in Gen.Elements<Func<JsonNode?>>(
            () => null, () => "text", () => "é\"\\", () => 1_700_000_000_000, () => 1.5, () => true, () => new JsonArray("a", null),
            () => new JsonObject { ["a"] = "b" }, () => new JsonObject { ["a"] = new JsonArray("b") })
        select (at, kind, value);

    private static JsonNode Change(JsonNode json, int at, int kind, Func<JsonNode?> value)
    {
        var members = Members(json).ToList();
        var (parent, name) = members[at % members.Count];
        switch (kind)
        {
            case 0:
                parent[name] = value();
                break;
            case 1:
                var moved = parent[name];
                parent.Remove(name);
                parent[name.ToUpperInvariant()] = moved;
                break;
            default:
                // Leaves something to change for the next one.
                parent["unknown"] = value();
                break;
        }

        return json;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? json) => json is JsonObject members
        ? members.SelectMany(member => Members(member.Value).Prepend((members, member.Key)))
        : [];

    private static void AssertSame(string json) =>
        Assert.Equal(Outcome(ByMetadata, json), Outcome(Direct, json));

    /// <summary>What was read, or that it was refused.</summary>
    private static string Outcome(SourceGeneratorLambdaJsonSerializer<TestJson.Context> serializer, string json)
    {
        try
        {
            return Write(ByMetadata, Read(serializer, Encoding.UTF8.GetBytes(json)));
        }
        catch (JsonSerializerException)
        {
            return "refused";
        }
    }

    private static APIGatewayProxyRequest? Read(SourceGeneratorLambdaJsonSerializer<TestJson.Context> serializer, byte[] json)
    {
        using var stream = new MemoryStream(json, 0, json.Length, writable: false, publiclyVisible: true);
        return serializer.Deserialize<APIGatewayProxyRequest?>(stream);
    }

    private static string Write<T>(SourceGeneratorLambdaJsonSerializer<TestJson.Context> serializer, T value)
    {
        using var output = new MemoryStream();
        serializer.Serialize(value, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
