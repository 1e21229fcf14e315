using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Models;

namespace Lexicon.Local.Tests.ApiGateway.Models;

/// <summary>Draft 4 of JSON Schema, keyword by keyword.</summary>
public sealed class Draft4Tests
{
    [Theory]
    [InlineData(
        """{"dependencies":{"bar":["foo"]}}""",
        """{"bar":2}""",
        """property "bar" of object has missing property dependencies (schema requires ["foo"]; missing: ["foo"])""")]
    [InlineData("""{"dependencies":{"bar":["foo"]}}""", """{"bar":2,"foo":1}""", null)]
    [InlineData("""{"dependencies":{"bar":["foo"]}}""", """["bar"]""", null)]
    [InlineData(
        """{"dependencies":{"bar":{"minProperties":2}}}""",
        """{"bar":2}""",
        "object has too few properties (found 1 but schema requires at least 2)")]
    [InlineData("""{"maxProperties":0}""", "{}", null)]
    [InlineData("""{"maxProperties":0}""", """{"a":1}""", "object has too many properties (found 1 but schema requires at most 0)")]
    [InlineData("""{"maxProperties":1}""", """{"a":1,"a":2}""", null)]
    [InlineData("""{"minProperties":1.0}""", "{}", "object has too few properties (found 0 but schema requires at least 1.0)")]
    [InlineData(
        """{"patternProperties":{"a+":{"type":"integer"},"aaa*":{"maximum":20}}}""",
        """{"aaaa":"x"}""",
        """instance type (string) does not match any allowed primitive type (allowed: ["integer"])""")]
    [InlineData(
        """{"patternProperties":{"a+":{"type":"integer"},"aaa*":{"maximum":20}}}""",
        """{"aaaa":31}""",
        "numeric instance is greater than the required maximum (maximum: 20, found: 31)")]
    [InlineData(
        """{"properties":{"foo":{"type":"array"}},"patternProperties":{"f.o":{"minItems":2}}}""",
        """{"foo":[]}""",
        "array is too short: must have at least 2 elements but instance has 0 elements")]
    [InlineData(
        """{"patternProperties":{"^v":{}},"additionalProperties":false}""",
        """{"v":1,"w":2}""",
        """object instance has properties which are not allowed by the schema: ["w"]""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":{"type":"boolean"}}""", """{"a":1,"b":true}""", null)]
    [InlineData(
        """{"properties":{"a":{}},"additionalProperties":{"type":"boolean"}}""",
        """{"b":12}""",
        """instance type (integer) does not match any allowed primitive type (allowed: ["boolean"])""")]
    [InlineData("""{"required":["a","b"]}""", "{}", """object has missing required properties (["a","b"])""")]
    [InlineData("""{"required":["a"]}""", "12", null)]
    [InlineData("""{"uniqueItems":true}""", "[1,1.0]", "array must not contain duplicate elements")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1,"b":[2]},{"b":[2.0],"a":1}]""", "array must not contain duplicate elements")]
    [InlineData("""{"uniqueItems":true}""", """[1,true,"1",[1],{"a":1}]""", null)]
    [InlineData("""{"uniqueItems":true}""", "[0,false,null]", null)]
    [InlineData("""{"uniqueItems":false}""", "[1,1]", null)]
    [InlineData(
        """{"items":[{},{}],"additionalItems":false}""", "[1,2,3]", "schema only allows 2 elements in array but instance has 3 elements")]
    [InlineData("""{"items":{},"additionalItems":false}""", "[1,2,3]", null)]
    [InlineData(
        """{"items":[{}],"additionalItems":{"type":"integer"}}""",
        """["a",1,"b"]""",
        """instance type (string) does not match any allowed primitive type (allowed: ["integer"])""")]
    [InlineData("""{"maxLength":2}""", "\"\U0001f4a9\U0001f4a9\"", null)]
    [InlineData("""{"minLength":2}""", "\"\U0001f4a9\"", "string \"\U0001f4a9\" is too short (length: 1, required minimum: 2)")]
    [InlineData("""{"maxLength":1}""", "\"\\ud83d\"", null)]
    [InlineData("""{"enum":[6,"foo",[],true,{"foo":12},null]}""", "null", null)]
    [InlineData("""{"enum":[1]}""", "1.0", null)]
    [InlineData("""{"enum":[{"a":[10]}]}""", """{"a":[1e1]}""", null)]
    [InlineData("""{"enum":[null]}""", "false", "instance value (false) not found in enum (possible values: [null])")]
    [InlineData("""{"enum":[1]}""", "true", "instance value (true) not found in enum (possible values: [1])")]
    [InlineData("""{"type":"integer"}""", "12345678910111213141516171819202122232425262728293031", null)]
    [InlineData(
        """{"type":"integer"}""", "1.0", """instance type (number) does not match any allowed primitive type (allowed: ["integer"])""")]
    [InlineData("""{"type":"number"}""", "98249283749234923498293171823948729348710298301928331", null)]
    [InlineData(
        """{"maximum":18446744073709551615}""",
        "18446744073709551616",
        "numeric instance is greater than the required maximum (maximum: 18446744073709551615, found: 18446744073709551616)")]
    [InlineData(
        """{"maximum":972783798187987123879878123.18878137,"exclusiveMaximum":true}""",
        "972783798187987123879878123.188781371",
        "numeric instance is not strictly lower than the required maximum 972783798187987123879878123.18878137")]
    [InlineData("""{"minimum":1.1}""", "0.6", "numeric instance is lower than the required minimum (minimum: 1.1, found: 0.6)")]
    [InlineData("""{"minimum":0,"exclusiveMinimum":true}""", "0.0", "numeric instance is not strictly greater than the required minimum 0")]
    [InlineData("""{"multipleOf":0.0001}""", "0.0075", null)]
    [InlineData("""{"multipleOf":0.0001}""", "0.00751", "remainder of division is not zero (0.00751 / 0.0001)")]
    [InlineData("""{"multipleOf":3}""", "1e400", "remainder of division is not zero (1e400 / 3)")]
    [InlineData(
        """{"allOf":[{"minimum":3},{"maximum":1}]}""",
        "2",
        "numeric instance is lower than the required minimum (minimum: 3, found: 2); "
            + "numeric instance is greater than the required maximum (maximum: 1, found: 2)")]
    [InlineData("""{"anyOf":[{"minimum":3},{"type":"string"}]}""", "2", "instance failed to match at least one required schema among 2")]
    [InlineData("""{"oneOf":[{"minimum":1},{"minimum":2}]}""", "2", "instance failed to match exactly one schema (matched 2 out of 2)")]
    [InlineData("""{"not":{"type":"integer"}}""", "2", "instance matched a schema which it should not have")]
    [InlineData("""{"format":"ipv4"}""", "\"127.0.0.01\"", "string \"127.0.0.01\" is not a valid IPv4 address")]
    [InlineData("""{"format":"ipv4"}""", "\"127.0.0.1\"", null)]
    [InlineData("""{"format":"ipv6"}""", "\"::ffff:1.2.3.4\"", null)]
    [InlineData("""{"format":"ipv6"}""", "\"1::2::3\"", "string \"1::2::3\" is not a valid IPv6 address")]
    [InlineData("""{"format":"hostname"}""", "\"-a.example\"", "string \"-a.example\" is not a valid hostname")]
    [InlineData("""{"format":"date-time"}""", "\"2026-02-28T23:59:59.123456789+02:00\"", null)]
    [InlineData(
        """{"format":"date-time"}""",
        "\"2026-02-30T00:00:00Z\"",
        "string \"2026-02-30T00:00:00Z\" is invalid against requested date format(s) "
            + "[yyyy-MM-dd'T'HH:mm:ssZ, yyyy-MM-dd'T'HH:mm:ss.[0-9]{1,12}Z]")]
    [InlineData("""{"format":"regex"}""", "\"(\"", "string \"(\" is not a valid ECMA 262 regular expression")]
    [InlineData("""{"format":"uri"}""", "\"http://foo.bar/?baz=qux#quux\"", null)]
    [InlineData("""{"format":"uri"}""", "\"/abc\"", "string \"/abc\" is not a valid URI")]
    [InlineData("""{"format":"uri"}""", "\"a b:c\"", "string \"a b:c\" is not a valid URI")]
    [InlineData("""{"format":"something"}""", "\"x\"", null)]
    [InlineData("""{"unknown":1,"title":2,"default":[]}""", "1", null)]
    public void Keyword_HoldsAsInDraft4(string schema, string body, string? mistakes) =>
        Assert.Equal(mistakes ?? "", string.Join("; ", Read(schema).Validate(body)));

    [Theory]
    [InlineData("""{"properties":{"x":{"$ref":"#/definitions/a~1b"}},"definitions":{"a/b":{"type":"integer"}}}""")]
    [InlineData("""{"properties":{"x":{"$ref":"#/definitions/a~0b"}},"definitions":{"a~b":{"type":"integer"}}}""")]
    [InlineData("""{"properties":{"x":{"$ref":"#/definitions/a%25b"}},"definitions":{"a%b":{"type":"integer"}}}""")]
    [InlineData("""{"properties":{"y":{"type":"integer"},"x":{"$ref":"#/properties/y","type":"string"}}}""")]
    [InlineData("""{"properties":{"x":{"$ref":"#/items/1"}},"items":[{},{"type":"integer"}]}""")]
    [InlineData("""{"properties":{"x":{"$ref":"#whole"}},"definitions":{"w":{"id":"#whole","type":"integer"}}}""")]
    [InlineData("""{"id":"http://a.example/b/c","properties":{"x":{"$ref":"d"}},"definitions":{"w":{"id":"d","type":"integer"}}}""")]
    [InlineData(
        """{"properties":{"x":{"id":"/properties/x","allOf":[{"$ref":"#/definitions/w"}]}},"definitions":{"w":{"type":"integer"}}}""")]
    [InlineData("""{"properties":{"x":{"$ref":"https://apigateway.amazonaws.com/restapis/abc123/models/Whole"}}}""")]
    [InlineData("""{"properties":{"x":{"$ref":"https://apigateway.amazonaws.com/restapis/abc123/models/Other#/definitions/w"}}}""")]
    public void Reference_LeadsToTheSchemaThatItNames(string schema)
    {
        var model = Read(schema);

        Assert.Empty(model.Validate("""{"x":1}"""));
        Assert.Equal(
            ["""instance type (string) does not match any allowed primitive type (allowed: ["integer"])"""],
            model.Validate("""{"x":"1"}"""));
    }

    [Fact]
    public void Mistake_HasItsPlace_WhichApiGatewayDoesNotSay()
    {
        var model = Read("""
            {"required":["a"],"properties":{"a/b":{"type":"string"},"links":{"items":{"$ref":"#/definitions/link"}}},
             "definitions":{"link":{"properties":{"url":{"minLength":1}}}}}
            """);

        Assert.Equal(
            [
                """/a~1b: instance type (integer) does not match any allowed primitive type (allowed: ["string"])""",
                """/links/1/url: string "" is too short (length: 0, required minimum: 1)""",
            ],
            model.Find("""{"a":1,"a/b":2,"links":[{"url":"x"},{"url":""}]}""").Select(mistake => $"{mistake}"));
        Assert.Equal(
            ["""the body: object has missing required properties (["a"])"""], model.Find("{}").Select(mistake => $"{mistake}"));
    }

    [Fact]
    public void SchemaThatRefersToItself_IsHeldAgainstEveryLevel()
    {
        var model = Read("""{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}""");

        Assert.Empty(model.Validate("""{"next":{"next":{"next":{}}}}"""));
        Assert.NotEmpty(model.Validate("""{"next":{"next":{"last":{}}}}"""));
    }

    [Theory]
    [InlineData("""{"properties":{"$ref":{"type":"integer"}}}""", """{"$ref":"a"}""")]
    [InlineData("""{"properties":{"id":{"type":"integer"}}}""", """{"id":"a"}""")]
    public void MemberNamedAsAKeyword_IsAMember(string schema, string body) => Assert.NotEmpty(Read(schema).Validate(body));

    [Theory]
    [InlineData("""{"maxLength":"5"}""", "$: the keyword 'maxLength' is not a number")]
    [InlineData("""{"maxLength":-1}""", "$: the keyword 'maxLength' is not an integer of zero or more")]
    [InlineData("""{"maximum":1,"exclusiveMaximum":5}""", "$: the keyword 'exclusiveMaximum' is not a boolean")]
    [InlineData("""{"multipleOf":0}""", "$: the keyword 'multipleOf' is not above zero")]
    [InlineData("""{"type":"any"}""", "$: the keyword 'type' names the type 'any', which draft 4 does not know")]
    [InlineData("""{"properties":{"a":{"required":true}}}""", "$.properties.a: the keyword 'required' is not an array")]
    [InlineData("""{"properties":{"a":true}}""", "$: the keyword 'properties' holds what is not a schema")]
    [InlineData("""{"allOf":[]}""", "$: the keyword 'allOf' is an empty array")]
    [InlineData("""{"$ref":"#/definitions/a"}""", "$: the reference '#/definitions/a' leads to no schema of the API's models")]
    [InlineData(
        """{"$ref":"https://a.example/schema"}""", "$: the reference 'https://a.example/schema' leads to no schema of the API's models")]
    [InlineData("""{"$ref":"#"}""", "$: the schema leads back to itself for the same value")]
    [InlineData(
        """{"properties":{"a":{"anyOf":[{"not":{"$ref":"#/properties/a"}}]}}}""",
        "$.properties.a: the schema leads back to itself for the same value")]
    public void SchemaThatIsNotOfDraft4_IsRefusedByName(string schema, string message) =>
        Assert.Equal(message, Assert.Throws<ModelException>(() => Read(schema)).Message);

    [Theory]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("/* a */ {}")]
    [InlineData("[01]")]
    public void BodyOfAnotherGrammar_IsNotJson(string body) => Assert.NotEmpty(Read("{}").Validate(body));

    private static Model Read(string schema)
    {
        var models = new Dictionary<string, JsonObject>
        {
            ["Test"] = JsonNode.Parse(schema)!.AsObject(),
            ["Whole"] = new() { ["type"] = "integer" },
            ["Other"] = new() { ["definitions"] = new JsonObject { ["w"] = new JsonObject { ["type"] = "integer" } } },
        };
        return Model.Read("Test", models);
    }
}
