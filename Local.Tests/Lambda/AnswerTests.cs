using System.Text;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class AnswerTests
{
    [Fact]
    public async Task Answer_DoesNotWaitForWorkThatTheRuntimeDoesAfterIt()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("busy");

        var result = await lambda.Service.InvokeAsync(
            arn, Encoding.UTF8.GetBytes("""{"do":"after","ms":1500}"""), new Invocation(), CancellationToken.None);

        Assert.Null(result.FunctionError);
        Assert.DoesNotContain(lambda.Logs.Messages("/aws/lambda/busy"), line => line.StartsWith("END", StringComparison.Ordinal));
        await lambda.Logs.WaitForAsync("/aws/lambda/busy", line => line.StartsWith("END", StringComparison.Ordinal));
    }
}
