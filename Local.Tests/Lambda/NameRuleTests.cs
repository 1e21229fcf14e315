using System.Text.Json.Nodes;
using static Lexicon.Local.Tests.Lambda.ApiRequest;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>The rules of names, for each operation that names a function.</summary>
public sealed class NameRuleTests
{
    private const string Functions = "/2015-03-31/functions";
    private const string OwnArn = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private const string Pattern =
        @"(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?"
        + @"(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?";

    private static readonly string[] Operations = ["GetFunction", "GetFunctionConfiguration", "Invoke"];

    public static TheoryData<string, string> Misspelled() => Each(
        "my-function!", "my function", $"{OwnArn}:$LATES", $"{OwnArn}:", "f:1:2", "arn:aws:sqs:us-east-1:123456789012:f",
        "arn:aws:lambda:us-east-1:12345:function:f", "$LATEST", "f:a!b", "ä");

    public static TheoryData<string, string> WellSpelled() => Each(
        "f", "123456789012:function:f", "function:f", OwnArn, $"{OwnArn}:$LATEST", "f:$LATEST", "f:1", "123456789012:f",
        "f?Qualifier=$LATEST",
        "f?Qualifier=1", "f:1?Qualifier=1");

    public static TheoryData<string> EachOperation() => [.. Operations];

    [Theory]
    [MemberData(nameof(Misspelled))]
    public async Task ANameOutsideThePattern_IsValidationExceptionWithThePattern(string operation, string name)
    {
        await using var lambda = new RunningLambda();

        var (status, type, message) = await AskAsync(lambda, operation, name);

        Assert.Equal((400, "ValidationException"), (status, type));
        Assert.Equal(
            $"1 validation error detected: Value '{name}' at 'functionName' failed to satisfy constraint: Member must satisfy regular "
                + $"expression pattern: {Pattern}",
            message);
    }

    [Theory]
    [MemberData(nameof(WellSpelled))]
    public async Task ANameWithinThePattern_LeadsToTheFunction(string operation, string name)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("f");
        lambda.Provision("AWS::Lambda::Version", "V1", """{ "FunctionName": "f" }""");

        Assert.Equal((200, ""), Short(await AskAsync(lambda, operation, name)));
    }

    [Theory]
    [MemberData(nameof(EachOperation))]
    public async Task ANameThatIsTooLong_IsValidationExceptionWithTheLimit(string operation)
    {
        await using var lambda = new RunningLambda();
        var name = new string('a', 129);
        var arn = $"arn:aws:lambda:us-east-1:123456789012:function:{new string('a', 125)}";

        Assert.Equal(
            $"1 validation error detected: Value '{name}' at 'functionName' failed to satisfy constraint: Member must have length less "
                + "than or equal to 64",
            (await AskAsync(lambda, operation, name)).Message);
        Assert.Equal(
            $"1 validation error detected: Value '{arn}' at 'functionName' failed to satisfy constraint: Member must have length less "
                + "than or equal to 170",
            (await AskAsync(lambda, operation, arn)).Message);
    }

    [Theory]
    [MemberData(nameof(EachOperation))]
    public async Task AQualifierThatBreaksRules_IsValidationExceptionWithEachOfThem(string operation)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("f");
        var longOne = new string('b', 129);

        Assert.Equal(
            $"1 validation error detected: Value '{longOne}' at 'qualifier' failed to satisfy constraint: Member must have length less "
                + "than or equal to 128",
            (await AskAsync(lambda, operation, $"f?Qualifier={longOne}")).Message);
        Assert.Equal(
            "2 validation errors detected: Value 'f!' at 'functionName' failed to satisfy constraint: Member must satisfy regular "
            + $"expression pattern: {Pattern}; "
            + "Value 'b!' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: (|[a-zA-Z0-9$_-]+)",
            (await AskAsync(lambda, operation, "f!?Qualifier=b!")).Message);
    }

    [Theory]
    [MemberData(nameof(EachOperation))]
    public async Task AnotherRegion_IsNotReachable(string operation)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("f");

        Assert.Equal(
            (404, "ResourceNotFoundException", "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')"),
            await AskAsync(lambda, operation, "arn:aws:lambda:eu-west-1:123456789012:function:f"));
    }

    [Theory]
    [MemberData(nameof(EachOperation))]
    public async Task AnotherAccount_IsAccessDenied(string operation)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("f");

        Assert.Equal(
            (403, "AccessDeniedException"), Short(await AskAsync(lambda, operation, "arn:aws:lambda:us-east-1:111111111111:function:f")));
    }

    [Theory]
    [MemberData(nameof(EachOperation))]
    public async Task TwoQualifiers_MustBeTheSame(string operation)
    {
        await using var lambda = new RunningLambda();

        Assert.Equal(
            (400, "InvalidParameterValueException", "The derived qualifier from the function name does not match the specified qualifier."),
            await AskAsync(lambda, operation, "f:1?Qualifier=$LATEST"));
    }

    [Theory]
    [InlineData("GetFunction", "f", "f")]
    [InlineData("GetFunctionConfiguration", "f", "f")]
    [InlineData("Invoke", "f", "f:$LATEST")]
    [InlineData("GetFunction", "f:$LATEST?Qualifier=$LATEST", "f:$LATEST")]
    [InlineData("GetFunctionConfiguration", "f?Qualifier=1221", "f:1221")]
    [InlineData("Invoke", "f?Qualifier=1221", "f:1221")]
    public async Task AMissingFunction_IsNamedAsItWasAskedFor(string operation, string name, string named)
    {
        await using var lambda = new RunningLambda();

        Assert.Equal(
            (404, "ResourceNotFoundException", $"Function not found: arn:aws:lambda:us-east-1:123456789012:function:{named}"),
            await AskAsync(lambda, operation, name));
    }

    private static TheoryData<string, string> Each(params string[] names)
    {
        var data = new TheoryData<string, string>();
        foreach (var (operation, name) in from operation in Operations from name in names select (operation, name))
        {
            data.Add(operation, name);
        }

        return data;
    }

    private static async Task<(int Status, string Type, string Message)> AskAsync(RunningLambda lambda, string operation, string name)
    {
        var parts = name.Split('?', 2);
        var query = parts.Length == 2 ? $"?{parts[1]}" : "";
        var (method, path) = operation switch
        {
            "GetFunction" => ("GET", $"{Functions}/{parts[0]}{query}"),
            "GetFunctionConfiguration" => ("GET", $"{Functions}/{parts[0]}/configuration{query}"),
            _ => ("POST", $"{Functions}/{parts[0]}/invocations{query}"),
        };
        var response = await SendAsync(lambda, method, path, method == "POST" ? "{}" : "");
        var body = JsonNode.Parse(response.Body);
        return (response.Status, response.Headers["x-amzn-ErrorType"].ToString(), (string?)body?["message"]
            ?? (string?)body?["Message"] ?? "");
    }

    private static (int Status, string Type) Short((int Status, string Type, string Message) answer) => (answer.Status, answer.Type);
}
