using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class InvocationTests
{
    [Fact]
    public async Task Invoke_AnswersWhatTheFunctionAnswered()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var result = await lambda.InvokeAsync(arn, """{"greeting":"Grüezi"}""");

        Assert.Null(result.FunctionError);
        Assert.Equal("$LATEST", result.ExecutedVersion);
        Assert.Equal("Grüezi", (string?)JsonNode.Parse(result.Payload.Span)!["event"]!["greeting"]);
    }

    [Fact]
    public async Task Invoke_TwiceInARow_ReusesTheEnvironment()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var first = await lambda.AskAsync(arn);
        var second = await lambda.AskAsync(arn);

        Assert.Equal((int)first["instance"]!, (int)second["instance"]!);
        Assert.Equal(2, (int)second["served"]!);
    }

    [Fact]
    public async Task Invoke_AtOnce_StartsAnEnvironmentForEach()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var slow = lambda.AskAsync(arn, """{"do":"sleep","ms":300}""");
        var others = await Task.WhenAll(lambda.AskAsync(arn), lambda.AskAsync(arn));
        await slow;

        Assert.NotEqual((int)others[0]["instance"]!, (int)others[1]["instance"]!);
    }

    [Fact]
    public async Task Invoke_OfAnUnknownFunction_IsResourceNotFound()
    {
        await using var lambda = new RunningLambda();

        var error = await Assert.ThrowsAsync<LambdaServiceException>(
            () => lambda.InvokeAsync("arn:aws:lambda:us-east-1:123456789012:function:none"));

        Assert.Equal(
            ("ResourceNotFoundException", 404, "Function not found: arn:aws:lambda:us-east-1:123456789012:function:none:$LATEST"),
            (error.ErrorType, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task Error_OfTheFunction_IsUnhandledWithItsOwnDocument()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var result = await lambda.InvokeAsync(arn, """{"do":"fail","type":"Domain.Error","message":"no"}""");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            """{"errorType":"Domain.Error","errorMessage":"no","stackTrace":[]}""", Encoding.UTF8.GetString(result.Payload.Span));
    }
}
