using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lexicon.Lambda.Tests.Events;

/// <summary>What both serializers make of the values that AWS's events have and JSON has no type for.</summary>
public sealed class ConverterTests
{
    public static TheoryData<string> Serializers => TestJson.Serializers;

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000Z")]
    [InlineData("1700000000.5", "2023-11-14T22:13:20.5000000Z")]
    [InlineData("0", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("-1", "1969-12-31T23:59:59.0000000Z")]
    [InlineData("157753180801", "1974-12-31T20:19:40.8010000Z")]
    [InlineData("1700000000123", "2023-11-14T22:13:20.1230000Z")]
    [InlineData("\"2023-11-14T22:13:20Z\"", "2023-11-14T22:13:20.0000000Z")]
    public void Times_AreReadFromSecondsMillisecondsAndText(string json, string time)
    {
        var text = $$"""{"When":{{json}},"Maybe":{{json}}}""";
        var generated = TestJson.Read<TestJson.Moments>(nameof(TestJson.Serializer), text);
        var reflected = TestJson.Read<TestJson.Moments>(nameof(TestJson.ByReflection), text);

        Assert.Equal((time, time), ($"{generated.When:O}", $"{generated.Maybe:O}"));
        Assert.Equal((time, time), ($"{reflected.When:O}", $"{reflected.Maybe:O}"));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Times_AreWrittenAsText(string serializer) => Assert.Equal(
        """{"When":"2023-11-14T22:13:20Z"}""",
        TestJson.Write(serializer, new TestJson.Moments { When = new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc) }));

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Bytes_AreBase64BothWays(string serializer)
    {
        using var data = new MemoryStream([1, 2, 3, 0xFF]);

        var json = TestJson.Write(serializer, new TestJson.Moments { Data = data });
        var read = TestJson.Read<TestJson.Moments>(serializer, json);

        Assert.Equal("""{"When":"0001-01-01T00:00:00","Data":"AQID/w=="}""", json);
        Assert.Equal([1, 2, 3, 0xFF], read.Data!.ToArray());
        Assert.Null(TestJson.Read<TestJson.Moments>(serializer, """{"Data":null}""").Data);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Policy_HasItsConditionAndWhatItDoesNotSpeakOf(string serializer)
    {
        var response = new APIGatewayCustomAuthorizerV2IamResponse
        {
            PrincipalID = "u",
            PolicyDocument = new()
            {
                Statement =
                [
                    new()
                    {
                        Action = ["execute-api:Invoke"],
                        NotResource = ["*"],
                        Condition = new Dictionary<string, IDictionary<string, object>>
                        {
                            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceIp"] = "192.0.2.1" },
                        },
                    },
                ],
            },
        };

        Assert.Equal(
            """{"principalId":"u","policyDocument":{"Version":"2012-10-17","Statement":["""
            + """{"Effect":"Allow","Action":["execute-api:Invoke"],"NotResource":["*"],"""
            + "\"" + """Condition":{"StringEquals":{"aws:SourceIp":"192.0.2.1"}}}]}}""",
            TestJson.Write(serializer, response));
    }

    [Theory]
    [InlineData(nameof(TestJson.HttpApi))]
    [InlineData(nameof(TestJson.ByReflection))]
    public void AuthorizerOfAnHttpApi_IsReadAndAnswered(string serializer)
    {
        var request = TestJson.Read<APIGatewayCustomAuthorizerV2Request>(serializer, """
            {
              "version": "2.0", "type": "REQUEST", "routeArn": "arn:aws:execute-api:us-east-1:123456789012:abcdef123/test/GET/request",
              "identitySource": ["user1", "123"], "routeKey": "$default", "rawPath": "/my/path", "cookies": ["cookie1"],
              "headers": { "header1": "value1" }, "queryStringParameters": { "parameter1": "value1" },
              "requestContext": { "http": { "method": "POST", "sourceIp": "192.0.2.1" }, "timeEpoch": 1583348638390 },
              "stageVariables": { "stageVariable1": "value1" }
            }
            """);

        Assert.Equal(
            ("2.0", "123", "POST", 1_583_348_638_390, "value1"),
            (request.Version, request.IdentitySource[1], request.RequestContext.Http.Method, request.RequestContext.TimeEpoch,
                request.StageVariables["stageVariable1"]));
        Assert.Equal(
            """{"isAuthorized":true,"context":{"string":"value"}}""",
            TestJson.Write(serializer, new APIGatewayCustomAuthorizerV2SimpleResponse
            {
                IsAuthorized = true,
                Context = new Dictionary<string, object> { ["string"] = "value" },
            }));
    }

    [Fact]
    public void DebugLog_PrintsWhatComesAndGoesAndLeavesTheStreamsAlone()
    {
        var printed = new List<string>();
        var log = new SerializerDebugLog(printed.Add);
        using var input = new MemoryStream("{\"a\":1}"u8.ToArray());
        using var output = new MemoryStream();
        output.Write("before "u8);
        var begin = output.Position;
        output.Write("{}"u8);

        log.Read<TestJson.Named>(input);
        log.Written(new TestJson.Named(), output, begin);

        Assert.Equal(
            [
                "Lambda Deserialize Lexicon.Lambda.Tests.Events.TestJson+Named: {\"a\":1}",
                "Lambda Serialize Lexicon.Lambda.Tests.Events.TestJson+Named: {}",
            ],
            printed);
        Assert.Equal((0, 9), (input.Position, output.Position));
        Assert.Equal("before {}", Encoding.UTF8.GetString(output.ToArray()));
    }
}
