using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task ReservedConcurrency_ThrottlesWhatExceedsIt()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("reserved", "\"ReservedConcurrentExecutions\": 1");

        var running = lambda.AskAsync(arn, """{"do":"sleep","ms":200}""");
        var error = await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn));
        await running;
        await lambda.AskAsync(arn);

        Assert.Equal(
            ("TooManyRequestsException", 429, "Rate Exceeded.", "ReservedFunctionConcurrentInvocationLimitExceeded"),
            (error.ErrorType, error.StatusCode, error.Message, error.Reason));
    }

    [Fact]
    public async Task ReservedConcurrency_OfZero_StopsTheFunction()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("stopped", "\"ReservedConcurrentExecutions\": 0");

        await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn));
    }

    [Fact]
    public async Task RequestBeyondTheBound_WaitsForAFreeEnvironment()
    {
        await using var lambda = new RunningLambda(concurrency: 1);
        var arn = lambda.Function("echo");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => lambda.AskAsync(arn)));

        Assert.Single(answers.Select(answer => (int)answer["instance"]!).Distinct());
        Assert.Equal([1, 2, 3, 4, 5], answers.Select(answer => (int)answer["served"]!).Order());
    }

    [Fact]
    public async Task RequestBeyondTheBound_TakesThePlaceOfAnIdleEnvironmentOfAnotherFunction()
    {
        await using var lambda = new RunningLambda(concurrency: 1);
        var first = lambda.Function("first");
        var second = lambda.Function("second");
        var evicted = await lambda.AskAsync(first);

        await lambda.AskAsync(second);
        var again = await lambda.AskAsync(first);

        Assert.NotEqual((int)evicted["instance"]!, (int)again["instance"]!);
    }

    [Fact]
    public async Task FunctionsInQueue_AllGetTheirTurn()
    {
        await using var lambda = new RunningLambda(concurrency: 1);
        var first = lambda.Function("first");
        var second = lambda.Function("second");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => lambda.AskAsync(i == 1 ? second : first)));

        // Warm environments are preferred, but the one request of the other function is passed over four times at most.
        Assert.Equal(1, (int)answers[1]["served"]!);
        Assert.Equal(3, answers.Select(answer => (int)answer["instance"]!).Distinct().Count());
    }

    [Fact]
    public async Task GivingUp_LeavesTheFunctionRunning()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        using var patience = new CancellationTokenSource();

        var given = lambda.Service.InvokeAsync(
            new InvokeRequest(arn, """{"do":"sleep","ms":150}"""u8.ToArray()), patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => given);
        await lambda.Logs.WaitForAsync("/aws/lambda/echo", line => line.StartsWith("REPORT", StringComparison.Ordinal));
    }
}
