using System.Globalization;
using System.Text.Json.Nodes;
using static Lexicon.Local.Tests.Lambda.ApiRequest;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>Functions as GetFunction, GetFunctionConfiguration and ListFunctions describe them.</summary>
public sealed class FunctionDocumentTests
{
    private const string Functions = "/2015-03-31/functions";

    [Fact]
    public async Task Configuration_HasTheMembersThatAwsReturns()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo", "\"EphemeralStorage\": { \"Size\": 1024 }");

        var document = await GetAsync(lambda, $"{Functions}/echo/configuration");

        // As recorded of a function without variables.
        Assert.Equal(
            [
                "Architectures", "CodeSha256", "CodeSize", "Description", "EphemeralStorage", "FunctionArn", "FunctionName", "Handler",
                "LastModified", "LastUpdateStatus", "LoggingConfig", "MemorySize", "PackageType", "RevisionId", "Role", "Runtime",
                "RuntimeVersionConfig", "SnapStart", "State", "Timeout", "TracingConfig", "Version",
            ],
            document.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(arn, (string?)document["FunctionArn"]);
        Assert.Equal(new FileInfo(Path.Combine(lambda.Folder, "function", "bootstrap")).Length, (long)document["CodeSize"]!);
        Assert.Equal(32, Convert.FromBase64String((string)document["CodeSha256"]!).Length);
        Assert.Equal("""{"Size":1024}""", document["EphemeralStorage"]!.ToJsonString());
        Assert.Equal("""{"ApplyOn":"None","OptimizationStatus":"Off"}""", document["SnapStart"]!.ToJsonString());
        Assert.Matches("^arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}$", (string?)document["RuntimeVersionConfig"]!["RuntimeVersionArn"]);
        Assert.Equal(
            Directory.GetLastWriteTimeUtc(Path.Combine(lambda.Folder, "function")).ToString(
                "yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
            (string?)document["LastModified"]);
    }

    [Fact]
    public async Task RevisionId_ChangesWithTheConfigurationAndWithNothingElse()
    {
        await using var first = new RunningLambda();
        await using var second = new RunningLambda();
        first.Provision("AWS::Lambda::Function", "A", Properties(first, 128));
        var unchanged = await RevisionAsync(first);
        second.Provision("AWS::Lambda::Function", "A", Properties(first, 256));

        Assert.Equal(unchanged, await RevisionAsync(first));
        Assert.NotEqual(unchanged, await RevisionAsync(second));
        Assert.True(Guid.TryParse(unchanged, out _));
    }

    [Theory]
    [InlineData("echo", "echo", "$LATEST")]
    [InlineData("echo?Qualifier=$LATEST", "echo:$LATEST", "$LATEST")]
    [InlineData("echo:$LATEST", "echo:$LATEST", "$LATEST")]
    [InlineData("echo?Qualifier=1", "echo:1", "1")]
    [InlineData("echo?Qualifier=live", "echo:live", "1")]
    public async Task FunctionArn_HasTheQualifierThatWasAskedFor(string name, string qualified, string version)
    {
        await using var lambda = new RunningLambda();
        WithVersionAndAlias(lambda, "echo");

        var function = await GetAsync(lambda, $"{Functions}/{name}");

        Assert.Equal($"arn:aws:lambda:us-east-1:123456789012:function:{qualified}", (string?)function["Configuration"]!["FunctionArn"]);
        Assert.Equal(version, (string?)function["Configuration"]!["Version"]);
    }

    [Fact]
    public async Task ListFunctions_WithAll_HasEachVersionWithItsQualifiedArn()
    {
        await using var lambda = new RunningLambda();
        WithVersionAndAlias(lambda, "b");
        lambda.Function("a");

        Assert.Equal(["a", "b"], Names(await GetAsync(lambda, Functions)));
        Assert.Equal(["a:$LATEST", "b:$LATEST", "b:1"], Names(await GetAsync(lambda, $"{Functions}?FunctionVersion=ALL")));
    }

    [Fact]
    public async Task ListFunctions_LeavesOutWhatAwsDoes()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("a");

        var item = (await GetAsync(lambda, Functions))["Functions"]![0]!.AsObject();

        Assert.Equal(
            [false, false, false],
            [item.ContainsKey("State"), item.ContainsKey("LastUpdateStatus"), item.ContainsKey("RuntimeVersionConfig")]);
        Assert.True(item.ContainsKey("RevisionId"));
    }

    [Fact]
    public async Task ListFunctions_PagesByMaxItemsAndMarker()
    {
        await using var lambda = new RunningLambda();
        foreach (var name in (string[])["a", "b", "c"])
        {
            lambda.Function(name);
        }

        var first = await GetAsync(lambda, $"{Functions}?MaxItems=2");
        var second = await GetAsync(lambda, $"{Functions}?MaxItems=2&Marker={Uri.EscapeDataString((string)first["NextMarker"]!)}");

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.Null(second["NextMarker"]);
    }

    [Fact]
    public async Task ListFunctions_WithoutMaxItems_HasFiftyOnAPage()
    {
        await using var lambda = new RunningLambda();
        foreach (var number in Enumerable.Range(10, 51))
        {
            lambda.Function($"f{number}");
        }

        Assert.Equal(50, Names(await GetAsync(lambda, Functions)).Count());
        Assert.Equal(50, Names(await GetAsync(lambda, $"{Functions}?MaxItems=10000")).Count());
    }

    [Theory]
    [InlineData(
        "MaxItems=0",
        "ValidationException",
        "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal "
            + "to 1")]
    [InlineData(
        "MaxItems=10001",
        "ValidationException",
        "1 validation error detected: Value '10001' at 'maxItems' failed to satisfy constraint: Member must have value less than or "
            + "equal to 10000")]
    [InlineData(
        "FunctionVersion=1",
        "ValidationException",
        "1 validation error detected: Value '1' at 'functionVersion' failed to satisfy constraint: Member must satisfy enum value set: "
            + "[ALL]")]
    [InlineData("MaxItems=x", "SerializationException", "STRING_VALUE can not be converted to an Integer")]
    [InlineData("Marker=x", "InvalidParameterValueException", "The pagination marker is invalid.")]
    [InlineData("MasterRegion=ALL", "InvalidParameterValueException", "MasterRegion: the local runner has no functions of Lambda@Edge")]
    public async Task ListFunctions_WithAParameterThatBreaksARule_Says(string query, string type, string message)
    {
        await using var lambda = new RunningLambda();

        var response = await SendAsync(lambda, "GET", $"{Functions}?{query}");

        Assert.Equal(
            (400, type, message),
            (response.Status, response.Headers["x-amzn-ErrorType"].ToString(), (string?)JsonNode.Parse(response.Body)!["message"]));
    }

    private static void WithVersionAndAlias(RunningLambda lambda, string name)
    {
        lambda.Function(name);
        lambda.Provision("AWS::Lambda::Version", "V1", $$"""{ "FunctionName": "{{name}}" }""");
        lambda.Provision("AWS::Lambda::Alias", "Live", $$"""{ "FunctionName": "{{name}}", "FunctionVersion": "1", "Name": "live" }""");
    }

    private static string Properties(RunningLambda lambda, int memory) => $$"""
        {
          "FunctionName": "same", "Runtime": "provided.al2023", "Handler": "x", "Role": "{{RunningLambda.Role}}", "MemorySize": {{memory}},
          "Code": { "S3Bucket": "b", "S3Key": "{{lambda.Folder}}/function" }
        }
        """;

    private static async Task<string> RevisionAsync(RunningLambda lambda) =>
        (string)(await GetAsync(lambda, $"{Functions}/same/configuration"))["RevisionId"]!;

    private static IEnumerable<string> Names(JsonObject list) =>
        list["Functions"]!.AsArray().Select(item => ((string)item!["FunctionArn"]!).Split(":function:")[1]);

    private static async Task<JsonObject> GetAsync(RunningLambda lambda, string path) =>
        JsonNode.Parse((await SendAsync(lambda, "GET", path)).Body)!.AsObject();
}
