using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Lambda.Tests.Events;

public sealed class ProxyResponseTests
{
    public static TheoryData<string> Serializers => TestJson.Serializers;

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Write_OfAFullAnswer_HasExactlyTheNamesThatApiGatewayReads(string serializer) => Assert.Equal(
        """{"statusCode":201,"headers":{"Location":"/api/a"},"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"body":"<é """
        + """\"&\">","isBase64Encoded":true}"""
            .Replace("\"<é \"&\">\"", "\"<é \\\"&\\\">\"", StringComparison.Ordinal),
        TestJson.Write(serializer, new APIGatewayProxyResponse
        {
            StatusCode = 201,
            Headers = new Dictionary<string, string> { ["Location"] = "/api/a" },
            MultiValueHeaders = new Dictionary<string, IList<string>> { ["Set-Cookie"] = ["a=1", "b=2"] },
            Body = "<é \"&\">",
            IsBase64Encoded = true,
        }));

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Write_OfAnEmptyAnswer_LeavesOutWhatIsNull(string serializer) => Assert.Equal(
        """{"statusCode":204,"isBase64Encoded":false}""", TestJson.Write(serializer, new APIGatewayProxyResponse { StatusCode = 204 }));

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Write_OfAnAuthorizersAnswer_HasAPolicyInIamsOwnCase(string serializer)
    {
        var response = new APIGatewayCustomAuthorizerResponse
        {
            PrincipalID = "u-1",
            Context = new() { ["tenant"] = "t", ["level"] = 3, ["admin"] = true },
            UsageIdentifierKey = "k",
        };
        response.PolicyDocument.Statement.Add(new() { Action = ["execute-api:Invoke"], Resource = ["arn:aws:execute-api:*"] });

        // The context's values are of any type: the source-generated serializer knows those that the event types name.
        var expected =
            """{"principalId":"u-1","policyDocument":{"Version":"2012-10-17","Statement":["""
            + """{"Effect":"Allow","Action":["execute-api:Invoke"],"Resource":["arn:aws:execute-api:*"]}]}"""
            + ""","context":{"tenant":"t","level":3,"admin":true},"usageIdentifierKey":"k"}""";
        Assert.Equal(expected, TestJson.Write(serializer, response));
    }
}
