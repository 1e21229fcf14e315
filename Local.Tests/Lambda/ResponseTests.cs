using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class ResponseTests
{
    [Fact]
    public async Task Answer_DoesNotWaitForWorkThatTheRuntimeDoesAfterIt()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("busy");

        var result = await lambda.Service.InvokeAsync(
            new InvokeRequest(arn, """{"do":"after","ms":1500}"""u8.ToArray()), CancellationToken.None);

        Assert.Null(result.FunctionError);
        Assert.DoesNotContain(lambda.Logs.Messages("/aws/lambda/busy"), line => line.StartsWith("END", StringComparison.Ordinal));
        await lambda.Logs.WaitForAsync("/aws/lambda/busy", line => line.StartsWith("END", StringComparison.Ordinal));
    }
}
