using System.Text;
using System.Text.Json;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ValidateRequestTests
{
    private const string Invalid = """{"message": "Invalid request body"}""";

    private const string Glossary = """
        {
          "$schema": "http://json-schema.org/draft-04/schema#",
          "type": "object",
          "required": ["title", "visibility"],
          "additionalProperties": false,
          "properties": {
            "title": { "type": "string", "minLength": 1, "maxLength": 5 },
            "visibility": { "type": "string", "enum": ["public", "private"] },
            "count": { "type": "integer", "minimum": 1, "maximum": 100 },
            "price": { "type": "number", "minimum": 0, "exclusiveMinimum": true },
            "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 2, "uniqueItems": true },
            "code": { "type": "string", "pattern": "^[a-z]+$" },
            "when": { "type": "string" },
            "note": { "type": ["string", "null"], "minLength": 2, "maxLength": 4, "pattern": "^[a-z]*$" },
            "links": { "type": ["array", "null"], "maxItems": 2, "items": { "type": ["string", "null"], "pattern": "^x" } },
            "rank": { "type": ["integer", "null"], "minimum": 1, "maximum": 9 },
            "size": { "type": ["null", "number"], "maximum": 9 },
            "more": { "type": ["object", "null"], "required": ["a"], "properties": { "a": { "type": ["boolean", "null"] } } },
            "nested": { "type": "object", "required": ["a"], "properties": { "a": { "type": "boolean" } } },
            "either": { "oneOf": [{ "type": "null" }, { "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Reference" }] }
          }
        }
        """;

    private const string Reference = """
        {
          "type": "object",
          "required": ["url"],
          "properties": { "url": { "$ref": "#/definitions/url" } },
          "definitions": { "url": { "type": "string", "pattern": "^https?://" } }
        }
        """;

    [Theory]
    [InlineData("""{"title":"a","visibility":"public"}""")]
    [InlineData(
        """{"title":"größe","visibility":"private","count":100,"price":0.1,"tags":["a","b"],"code":"abc","when":"2026-11-22T00:00:00Z"}""")]
    [InlineData("""{"title":"a","visibility":"public","note":null,"links":null,"rank":null,"size":null,"more":null}""")]
    [InlineData("""{"title":"a","visibility":"public","note":"abc","links":["x",null],"rank":9,"size":9,"more":{"a":null}}""")]
    [InlineData("""{"title":"a","visibility":"public","either":null}""")]
    [InlineData("""{"title":"a","visibility":"public","either":{"url":"https://example.com"}}""")]
    public async Task ValidBody_ReachesTheFunction(string body)
    {
        await using var gateway = await WithModelAsync();

        Assert.Equal(200, (int)(await PostAsync(gateway, body)).StatusCode);
    }

    [Theory]
    [InlineData("", """[object has missing required properties (["title","visibility"])]""")]
    [InlineData("{}", """[object has missing required properties (["title","visibility"])]""")]
    [InlineData("""{"title":7}""", """[object has missing required properties (["visibility"])]""")]
    [InlineData("[]", """[instance type (array) does not match any allowed primitive type (allowed: ["object"])]""")]
    [InlineData("null", """[instance type (null) does not match any allowed primitive type (allowed: ["object"])]""")]
    [InlineData(
        """{"title":7,"visibility":"public"}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","count":"1"}""",
        """[instance type (string) does not match any allowed primitive type (allowed: ["integer"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","price":"1"}""",
        """[instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])]""")]
    [InlineData(
        """{"title":"a","visibility":"secret"}""",
        """[instance value ("secret") not found in enum (possible values: ["public","private"])]""")]
    [InlineData("""{"title":"","visibility":"public"}""", """[string "" is too short (length: 0, required minimum: 1)]""")]
    [InlineData("""{"title":"abcdef","visibility":"public"}""", """[string "abcdef" is too long (length: 6, maximum allowed: 5)]""")]
    [InlineData(
        """{"title":"a","visibility":"public","count":0}""",
        "[numeric instance is lower than the required minimum (minimum: 1, found: 0)]")]
    [InlineData(
        """{"title":"a","visibility":"public","count":101}""",
        "[numeric instance is greater than the required maximum (maximum: 100, found: 101)]")]
    [InlineData(
        """{"title":"a","visibility":"public","price":0}""", "[numeric instance is not strictly greater than the required minimum 0]")]
    [InlineData(
        """{"title":"a","visibility":"public","tags":[]}""",
        "[array is too short: must have at least 1 elements but instance has 0 elements]")]
    [InlineData(
        """{"title":"a","visibility":"public","tags":["a","b","c"]}""",
        "[array is too long: must have at most 2 elements but instance has 3 elements]")]
    [InlineData("""{"title":"a","visibility":"public","tags":["a","a"]}""", "[array must not contain duplicate elements]")]
    [InlineData(
        """{"title":"a","visibility":"public","tags":["a",1]}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]""")]
    [InlineData("""{"title":"a","visibility":"public","code":"A1"}""", """[ECMA 262 regex "^[a-z]+$" does not match input string "A1"]""")]
    [InlineData(
        """{"title":"a","visibility":"public","x":1,"b":2}""",
        """[object instance has properties which are not allowed by the schema: ["b","x"]]""")]
    [InlineData("""{"title":"a","visibility":"public","nested":{}}""", """[object has missing required properties (["a"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","nested":{"a":1}}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["boolean"])]""")]
    [InlineData("""{"title":"a","visibility":"public","note":"AB"}""", """[ECMA 262 regex "^[a-z]*$" does not match input string "AB"]""")]
    [InlineData("""{"title":"a","visibility":"public","note":"a"}""", """[string "a" is too short (length: 1, required minimum: 2)]""")]
    [InlineData(
        """{"title":"a","visibility":"public","note":"abcde"}""", """[string "abcde" is too long (length: 5, maximum allowed: 4)]""")]
    [InlineData(
        """{"title":"a","visibility":"public","note":7}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["null","string"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","links":["x","x","x"]}""",
        "[array is too long: must have at most 2 elements but instance has 3 elements]")]
    [InlineData("""{"title":"a","visibility":"public","links":["x","y"]}""", """[ECMA 262 regex "^x" does not match input string "y"]""")]
    [InlineData(
        """{"title":"a","visibility":"public","links":["x",1]}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["null","string"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","rank":0}""", "[numeric instance is lower than the required minimum (minimum: 1, found: 0)]")]
    [InlineData(
        """{"title":"a","visibility":"public","rank":10}""",
        "[numeric instance is greater than the required maximum (maximum: 9, found: 10)]")]
    [InlineData(
        """{"title":"a","visibility":"public","rank":1.5}""",
        """[instance type (number) does not match any allowed primitive type (allowed: ["integer","null"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","size":10}""",
        "[numeric instance is greater than the required maximum (maximum: 9, found: 10)]")]
    [InlineData(
        """{"title":"a","visibility":"public","size":9.5}""",
        "[numeric instance is greater than the required maximum (maximum: 9, found: 9.5)]")]
    [InlineData("""{"title":"a","visibility":"public","more":{}}""", """[object has missing required properties (["a"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","more":{"a":1}}""",
        """[instance type (integer) does not match any allowed primitive type (allowed: ["boolean","null"])]""")]
    [InlineData(
        """{"title":"a","visibility":"public","either":{"url":"ftp://example.com"}}""",
        "[instance failed to match exactly one schema (matched 0 out of 2)]")]
    public async Task InvalidBody_IsABadRequest_ThatSaysWhy(string body, string why)
    {
        await using var gateway = await WithModelAsync(log: "$context.error.responseType $context.error.validationErrorString");

        await FailureAsync(await PostAsync(gateway, body), 400, "BadRequestException", Invalid);
        Assert.Equal(
            "BAD_REQUEST_BODY " + JsonSerializer.Serialize(why, JsonOptions)[1..^1], gateway.Logs.Of("access").Single());
        Assert.Empty(gateway.Functions.Events);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("nothing")]
    [InlineData("{} {}")]
    public async Task BodyThatIsNotJson_IsABadRequest(string body)
    {
        await using var gateway = await WithModelAsync();

        await FailureAsync(await PostAsync(gateway, body), 400, "BadRequestException", Invalid);
    }

    [Fact]
    public async Task BodyOfAnotherMediaType_IsNotHeldAgainstTheModel()
    {
        await using var gateway = await WithModelAsync();

        Assert.Equal(200, (int)(await PostAsync(gateway, "plain", "text/plain")).StatusCode);
    }

    [Fact]
    public async Task DefaultModel_IsThatOfEveryOtherMediaType()
    {
        await using var gateway = await WithModelAsync(mediaType: "$default");

        await FailureAsync(await PostAsync(gateway, "plain", "text/plain"), 400, "BadRequestException", Invalid);
    }

    [Fact]
    public async Task MissingParameters_AreNamedInOrder()
    {
        await using var gateway = await WithParametersAsync();

        await FailureAsync(
            await gateway.Client.PostAsync("/dev/items/1", null), 400, "BadRequestException",
            """{"message": "Missing required request parameters: [x-header-param, qs1]"}""");
    }

    [Theory]
    [InlineData("?qs1=1", 200)]
    [InlineData("?qs1=", 400)]
    [InlineData("?qs1=%20", 400)]
    [InlineData("?qs2=1", 400)]
    public async Task RequiredParameter_IsThereAndNotBlank(string query, int status)
    {
        await using var gateway = await WithParametersAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/items/1" + query) { Headers = { { "X-Header-Param", "x" } } };

        Assert.Equal(status, (int)(await gateway.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task InvalidBody_IsExplainedAtItsSpan_ByTheMemberThatItsResponseDoesNotName()
    {
        using var spans = new SpanListener();
        await using var gateway = await WithModelAsync();

        var response = await PostAsync(gateway, """{"title":"","visibility":"public"}""");

        var id = response.Headers.GetValues("x-amzn-RequestId").Single();
        var span = await spans.SingleAsync(span => (string?)span.GetTagItem("aws.request_id") == id);
        Assert.Equal(
            "The body does not match its model. /title: string \"\" is too short (length: 0, required minimum: 1).",
            span.StatusDescription);
        Assert.Equal(Invalid, await response.Content.ReadAsStringAsync());
    }

    private static readonly JsonSerializerOptions JsonOptions =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<RunningApiGateway> WithModelAsync(string mediaType = "application/json", string? log = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        var validator = Validator(gateway);
        var model = gateway.Provision("AWS::ApiGateway::Model", "Glossary", new
        {
            RestApiId = gateway.ApiId,
            Name = "Glossary",
            ContentType = "application/json",
            Schema = JsonSerializer.Deserialize<JsonElement>(Glossary),
        })["Ref"];
        gateway.Provision("AWS::ApiGateway::Model", "Reference", new
        {
            RestApiId = gateway.ApiId,
            Name = "Reference",
            Schema = JsonSerializer.Deserialize<JsonElement>(Reference),
        });
        Assert.Equal("Glossary", model);
        gateway.Method("POST", "/items", new
        {
            RequestValidatorId = validator,
            RequestModels = new Dictionary<string, string> { [mediaType] = model },
        });
        gateway.Stage(log is null ? null : new
        {
            AccessLogSetting = new { DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access", Format = log },
        });
        await gateway.StartAsync();
        return gateway;
    }

    private static async Task<RunningApiGateway> WithParametersAsync()
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        gateway.Method("POST", "/items/{id}", new
        {
            RequestValidatorId = Validator(gateway),
            RequestParameters = new Dictionary<string, bool>
            {
                ["method.request.querystring.qs1"] = true,
                ["method.request.querystring.qs2"] = false,
                ["method.request.path.id"] = true,
                ["method.request.header.x-header-param"] = true,
            },
        });
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }

    private static string Validator(RunningApiGateway gateway) => gateway.Provision("AWS::ApiGateway::RequestValidator", "Validator", new
    {
        RestApiId = gateway.ApiId,
        Name = "Validator",
        ValidateRequestBody = true,
        ValidateRequestParameters = true,
    })["RequestValidatorId"];

    private static Task<HttpResponseMessage> PostAsync(RunningApiGateway gateway, string body, string mediaType = "application/json") =>
        gateway.Client.PostAsync("/dev/items", new StringContent(body, Encoding.UTF8, mediaType));
}
