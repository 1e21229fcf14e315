using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Validation;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>Every member of every request that is served, against its type and each of its constraints.</summary>
public sealed class ApiConstraintTests
{
    private static readonly ApiModel Model = ApiModel.Instance;

    /// <summary>The operations of the table; another one is tested by being there.</summary>
    public static TheoryData<string> Operations => [.. Model.Operations];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Member_OfAnotherJsonType_IsASerializationException(string operation)
    {
        foreach (var (name, shape) in Members(operation))
        {
            var error = RequestValidation.Check(operation, Parse(name, WrongType(shape)));

            Assert.Equal("SerializationException", error?.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void RequiredMember_ThatIsMissing_IsNamed(string operation)
    {
        var nothing = JsonDocument.Parse("{}").RootElement;
        var error = RequestValidation.Check(operation, nothing);
        if (RequiredParameters.Check(operation, nothing) is { } ownWords)
        {
            Assert.Equal(ownWords, error?.Message);
            return;
        }

        var required = Model.RequestOf(operation)!.Required;
        Assert.Equal(required.Count > 0 ? "ValidationException" : null, error?.Code);
        Assert.All(required, name => Assert.Contains(
            $"Value null at '{JavaText.Lower(name)}' failed to satisfy constraint: Member must not be null",
            error!.Message,
            StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Member_OutOfItsConstraints_IsNamed(string operation)
    {
        foreach (var (name, shape) in Members(operation))
        {
            foreach (var (value, constraint) in Broken(shape))
            {
                var request = new JsonObject { ["TableName"] = "Tab" };
                request[name] = value;
                var error = RequestValidation.Check(operation, JsonSerializer.SerializeToElement(request));

                Assert.Equal("ValidationException", error?.Code);
                Assert.Contains(
                    $"at '{(shape.IsTerse ? name : JavaText.Lower(name))}' failed to satisfy constraint: {constraint}",
                    error!.Message,
                    StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("PutItem", """{"TableName":"Tab","Item":{"v":{"N":5}}}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("PutItem", """{"TableName":5}""", "NUMBER_VALUE cannot be converted to String")]
    [InlineData("PutItem", """{"TableName":"Tab","Item":{"v":{"S":true}}}""", "TRUE_VALUE cannot be converted to String")]
    [InlineData("PutItem", """{"TableName":"Tab","Item":{"v":{"S":1.5}}}""", "DECIMAL_VALUE cannot be converted to String")]
    [InlineData("PutItem", """{"TableName":[]}""", "Unrecognized collection type class java.lang.String")]
    [InlineData("PutItem", """{"TableName":{}}""", "Start of structure or map found where not expected")]
    [InlineData("PutItem", """{"Item":"x"}""", "Unexpected field type")]
    [InlineData("PutItem", """{"Item":{"v":"x"}}""", "Unexpected value type in payload")]
    [InlineData("PutItem", """{"Item":{"v":{"B":5}}}""", "only base-64-encoded strings are convertible to bytes")]
    [InlineData("PutItem", """{"Item":{"v":{"B":"a"}}}""", "Base64 encoded length is expected a multiple of 4 bytes but found: 1")]
    [InlineData("PutItem", """{"Item":{"v":{"B":"****"}}}""", "Invalid Base64 character: '*'")]
    [InlineData("Scan", """{"Limit":"x"}""", "STRING_VALUE cannot be converted to Integer")]
    [InlineData("Scan", """{"ConsistentRead":1}""", "NUMBER_VALUE cannot be converted to Boolean")]
    public void WrongType_IsToldInTheWordsOfTheParser(string operation, string request, string message) =>
        Assert.Equal(("SerializationException", message), Error(operation, request));

    [Theory]
    [InlineData(
        "GetItem",
        """{"TableName":"ab","Key":{}}""",
        "Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData(
        "GetItem",
        """{"TableName":"","Key":{}}""",
        "Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(
        "GetItem",
        """{"TableName":"abc;","Key":{}}""",
        "Value 'abc;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    [InlineData(
        "Scan",
        """{"TableName":"Tab","Limit":0}""",
        "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData(
        "Scan",
        """{"TableName":"Tab","Select":"X"}""",
        "Value 'X' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, "
            + "ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]")]
    [InlineData(
        "BatchGetItem",
        """{"RequestItems":{"Tab":{"Keys":[]}}}""",
        "Value at 'RequestItems.Tab.member.Keys' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(
        "Query",
        """{"TableName":"Tab","Limit":0}""",
        "Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData(
        "BatchWriteItem",
        """{"RequestItems":{"Tab":[]}}""",
        "Value '{Tab=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length "
            + "less than or equal to 25, Member must have length greater than or equal to 1]")]
    [InlineData(
        "CreateTable",
        """{"TableName":"Tab","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"a","KeyType":"HASH"},"""
            + """{"AttributeName":"b","KeyType":"RANGE"},{"AttributeName":"c","KeyType":"RANGE"}]}""",
        "Value '[KeySchemaElement(attributeName=a, keyType=HASH), KeySchemaElement(attributeName=b, keyType=RANGE), "
            + "KeySchemaElement(attributeName=c, keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: Member must have length "
            + "less than or equal to 2")]
    public void OneBrokenConstraint_IsTheWholeMessage(string operation, string request, string message) =>
        Assert.Equal(("ValidationException", $"1 validation error detected: {message}"), Error(operation, request));

    [Theory]
    [InlineData("CreateTable", """{"KeySchema":[]}""", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("DescribeTimeToLive", "{}", "The parameter 'TableName' is required but was not present in the request")]
    [InlineData("BatchGetItem", """{"RequestItems":{}}""", "The requestItems parameter is required for BatchGetItem")]
    [InlineData(
        "BatchWriteItem",
        """{"RequestItems":{},"ReturnConsumedCapacity":"X"}""",
        "The requestItems parameter is required for BatchWriteItem")]
    public void ParameterThatIsRequired_HasWordsOfItsOwn_BeforeAllConstraints(string operation, string request, string message) =>
        Assert.Equal(("ValidationException", message), Error(operation, request));

    [Fact]
    public void SeveralBrokenConstraints_AreToldTogether()
    {
        var (code, message) = Error("Query", """{"Limit":0,"ReturnConsumedCapacity":"X"}""");

        Assert.Equal("ValidationException", code);
        Assert.StartsWith("3 validation errors detected: Value null at 'tableName'", message, StringComparison.Ordinal);
        Assert.Equal(3, message.Split("; ").Length);
    }

    private static (string Code, string Message) Error(string operation, string request)
    {
        var error = RequestValidation.Check(operation, JsonDocument.Parse(request).RootElement)!;
        return (error.Code, error.Message);
    }

    private static IEnumerable<(string Name, ApiShape Shape)> Members(string operation) =>
        Model.RequestOf(operation)!.Members.Select(member => (member.Key, Model[member.Value]));

    private static JsonElement Parse(string name, JsonNode? value) =>
        JsonSerializer.SerializeToElement(new JsonObject { [name] = value });

    private static JsonNode WrongType(ApiShape shape) => shape.Type is "Structure" or "Map" ? new JsonArray() : new JsonObject();

    private static IEnumerable<(JsonNode Value, string Constraint)> Broken(ApiShape shape)
    {
        if (shape.Enum.Count > 0)
        {
            yield return ("NoSuchValue", $"Member must satisfy enum value set: [{string.Join(", ", shape.Enum)}]");
        }

        if (shape.Type is "Integer" or "Long")
        {
            if (shape.Min is { } least)
            {
                yield return (least - 1, $"Member must have value greater than or equal to {least}");
            }

            if (shape.Max is { } most)
            {
                yield return (most + 1, $"Member must have value less than or equal to {most}");
            }
        }

        if (shape is { Type: "String", Min: { } shortest })
        {
            yield return (new string('a', (int)shortest - 1), $"Member must have length greater than or equal to {shortest}");
        }

        if (shape is { Type: "String", Max: { } longest, Enum.Count: 0 })
        {
            var most = shape.Named is { } named ? Model[named].Max!.Value : longest;
            yield return (new string('a', (int)most + 1), $"Member must have length less than or equal to {most}");
        }

        if (shape is { Type: "List" or "Map", Min: > 0 })
        {
            JsonNode nothing = shape.Type == "List" ? new JsonArray() : new JsonObject();
            yield return (nothing, $"Member must have length greater than or equal to {shape.Min}");
        }
    }
}
