using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class FailureTests
{
    [Fact]
    public async Task Timeout_IsSandboxTimedoutAndEndsTheEnvironment()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("slow", "\"Timeout\": 1");
        var before = await lambda.AskAsync(arn);

        var result = await lambda.InvokeAsync(arn, """{"do":"sleep","ms":60000}""");
        var after = await lambda.AskAsync(arn);

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {{result.RequestId}} Error: Task timed out after 1.00 """
                + $$"""seconds"}""",
            Encoding.UTF8.GetString(result.Payload.Span));
        Assert.NotEqual((int)before["instance"]!, (int)after["instance"]!);
        Assert.Matches(
            $@"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z {result.RequestId} Task timed out after 1\.00 seconds$",
            Assert.Single(lambda.Logs.Messages("/aws/lambda/slow"), message => message.Contains("timed out", StringComparison.Ordinal)));
        Assert.EndsWith(
            "\tStatus: timeout",
            Assert.Single(
                lambda.Logs.Messages("/aws/lambda/slow"),
                message => message.StartsWith($"REPORT RequestId: {result.RequestId}", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"do":"exit","code":3}""", "Runtime exited with error: exit status 3")]
    [InlineData("""{"do":"exit","code":0}""", "Runtime exited without providing a reason")]
    [InlineData("""{"do":"kill","signal":"SIGKILL"}""", "Runtime exited with error: signal: killed")]
    [InlineData("""{"do":"kill","signal":"SIGSEGV"}""", "Runtime exited with error: signal: segmentation fault")]
    public async Task Exit_DuringAnInvocation_IsRuntimeExitErrorAndTheNextOneWorks(string payload, string message)
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("mortal");
        await lambda.AskAsync(arn);

        var result = await lambda.InvokeAsync(arn, payload);
        var next = await lambda.AskAsync(arn);

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: {{message}}"}""",
            Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Equal(1, (int)next["served"]!);
        Assert.EndsWith(
            "\tStatus: error\tError Type: Runtime.ExitError",
            Assert.Single(
                lambda.Logs.Messages("/aws/lambda/mortal"),
                line => line.StartsWith($"REPORT RequestId: {result.RequestId}", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"do":"sleep","ms":60000}""", "timed out after 1 s")]
    [InlineData("""{"do":"exit","code":3}""", "exited with status 3")]
    [InlineData("""{"do":"exit","code":0}""", "exited with status 0")]
    [InlineData("""{"do":"kill","signal":"SIGKILL"}""", "was ended by a signal (killed)")]
    public async Task Failure_IsToldAtTheTerminal_WithWhereTheLogIs(string payload, string what)
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("mortal", "\"Timeout\": 1");
        await lambda.AskAsync(arn);

        await lambda.InvokeAsync(arn, payload);

        Assert.Matches(
            $@"^mortal {Regex.Escape(what)}; its log: /aws/lambda/mortal/\d{{4}}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{{32}}$",
            Assert.Single(lambda.Printed));
    }

    [Fact]
    public async Task InitError_IsToldAtTheTerminalOnce()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("broken", """ "Environment": { "Variables": { "INIT": "error" } } """);

        await lambda.InvokeAsync(arn);

        Assert.StartsWith("broken failed: Init.Broken; its log: ", Assert.Single(lambda.Printed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionStillAtWork_WhenTheRunnerEnds_IsNotTold()
    {
        var lambda = new RunningLambda();
        var arn = lambda.Function("busy");
        await lambda.AskAsync(arn);
        var invocation = lambda.InvokeAsync(arn, """{"do":"sleep","ms":60000}""");

        await lambda.DisposeAsync();
        await invocation;

        Assert.Empty(lambda.Printed);
    }

    [Fact]
    public async Task Exit_BetweenInvocations_GivesTheNextOneAFreshEnvironment()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("ended-from-outside");
        var first = await lambda.AskAsync(arn);

        using (var process = System.Diagnostics.Process.GetProcessById(FunctionProcesses.ProgramOf("ended-from-outside")))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var second = await lambda.AskAsync(arn);
        Assert.NotEqual((int)first["instance"]!, (int)second["instance"]!);
        Assert.Equal(1, (int)second["served"]!);
    }

    [Fact]
    public async Task InitError_IsReportedForBothPhasesAndAnsweredWithTheRuntimesDocument()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("broken", """ "Environment": { "Variables": { "INIT": "error" } } """);

        var result = await lambda.InvokeAsync(arn);

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("""{"errorType":"Init.Broken","errorMessage":"cannot begin"}""", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Collection(
            lambda.Logs.Messages("/aws/lambda/broken"),
            line => Assert.StartsWith(
                "INIT_START Runtime Version: provided:al2023.v0\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:",
                line,
                StringComparison.Ordinal),
            line => Assert.Matches(
                @"^INIT_REPORT Init Duration: \d+\.\d\d ms\tPhase: init\tStatus: error\tError Type: Init\.Broken$", line),
            line => Assert.Matches(
                @"^INIT_REPORT Init Duration: \d+\.\d\d ms\tPhase: invoke\tStatus: error\tError Type: Init\.Broken$", line),
            line => Assert.Equal($"START RequestId: {result.RequestId} Version: $LATEST", line),
            line => Assert.Equal($"END RequestId: {result.RequestId}", line),
            line => Assert.Matches(@"\tStatus: error\tError Type: Init\.Broken$", line));
    }

    [Fact]
    public async Task Exit_DuringInit_IsRuntimeExitError()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("broken", """ "Environment": { "Variables": { "INIT": "exit" } } """);

        var result = await lambda.InvokeAsync(arn);

        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: Runtime exited with error: """
                + $$"""exit status 7"}""",
            Encoding.UTF8.GetString(result.Payload.Span));
    }

    [Fact]
    public async Task Exit_OfARuntimeThatAskedForWorkAndLeft_IsAnsweredAndNotTriedForEver()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("leaving", """ "Environment": { "Variables": { "INIT": "leave" } } """);

        var result = await lambda.InvokeAsync(arn);

        Assert.Contains("exit status 9", Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingBootstrap_IsRuntimeInvalidEntrypoint()
    {
        await using var lambda = new RunningLambda();
        Directory.CreateDirectory(Path.Combine(lambda.Folder, "empty"));
        var arn = lambda.Provision("AWS::Lambda::Function", "Empty", $$"""
            { "Runtime": "provided.al2023", "Handler": "x", "Role": "{{RunningLambda.Role}}",
              "Code": { "S3Bucket": "b", "S3Key": "empty" } }
            """).Attributes["Arn"];

        var result = await lambda.InvokeAsync(arn);

        Assert.Equal(
            $$"""{"errorType":"Runtime.InvalidEntrypoint","errorMessage":"RequestId: {{result.RequestId}} Error: Couldn't find valid """
                + $$"""bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"}""",
            Encoding.UTF8.GetString(result.Payload.Span));
    }

    [Fact]
    public async Task Response_AboveTheLimit_IsResponseSizeTooLargeAndTheEnvironmentLivesOn()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("big");
        var first = await lambda.AskAsync(arn);

        var largest = await lambda.InvokeAsync(arn, """{"do":"big","size":6291556}""");
        var tooLarge = await lambda.InvokeAsync(arn, """{"do":"big","size":6291557}""");
        var next = await lambda.AskAsync(arn);

        Assert.Equal((null, 6_291_556), (largest.FunctionError, largest.Payload.Length));
        Assert.Equal("Unhandled", tooLarge.FunctionError);
        Assert.Equal(
            """{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 """
                + """bytes).","errorType":"Function.ResponseSizeTooLarge"}""",
            Encoding.UTF8.GetString(tooLarge.Payload.Span));
        Assert.Equal((int)first["instance"]!, (int)next["instance"]!);
        Assert.Contains(
            """response refused: 413 {"errorMessage":"Exceeded maximum allowed payload size (6291556 """
                + """bytes).","errorType":"RequestEntityTooLarge"}""",
            lambda.Logs.Messages("/aws/lambda/big"));
    }

    [Fact]
    public async Task Request_AboveTheLimit_IsRequestEntityTooLarge()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("big");

        var error = await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn, $"\"{new string('x', 6_291_455)}\""));

        Assert.Equal(
            ("RequestEntityTooLargeException", 413, "6291457 byte payload is too large for the RequestResponse invocation type (limit "
                + "6291456 bytes)"),
            (error.ErrorType, error.StatusCode, error.Message));
    }
}
