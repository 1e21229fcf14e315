using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>What starts a function's code, and what is said when nothing can.</summary>
public sealed class StartTests
{
    // The test function is no .NET program: it is what the wrapper starts in place of the runtime's command.
    private const string Wrapper = """
        #!/bin/sh
        export WRAPPED="$*"
        exec "$LAMBDA_TASK_ROOT/bootstrap"
        """;

    [Theory]
    [InlineData("/var/task/wrapper")]
    [InlineData("./wrapper")]
    public async Task Wrapper_OfAManagedRuntime_IsGivenTheRuntimesCommand(string value)
    {
        await using var lambda = new RunningLambda();
        WriteProgram(lambda, "wrapper", Encoding.UTF8.GetBytes(Wrapper.ReplaceLineEndings("\n")));
        WriteProgram(lambda, "App.dll", []);

        var variables = await lambda.AskAsync(Managed(lambda, value), """{"do":"env"}""");

        Assert.Matches($"^/.*/dotnet exec {lambda.TaskRoot}/App.dll$", (string?)variables["WRAPPED"]);
        Assert.Equal("dotnet10", (string?)variables["LAMBDA_RUNTIME_NAME"]);
        Assert.Equal("AWS_Lambda_dotnet10", (string?)variables["AWS_EXECUTION_ENV"]);
    }

    [Fact]
    public async Task Wrapper_OfAnOsOnlyRuntime_IsNotUsedAsOnAws()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("f", """ "Environment": { "Variables": { "AWS_LAMBDA_EXEC_WRAPPER": "/var/task/none" } } """);

        var variables = await lambda.AskAsync(arn, """{"do":"env"}""");

        Assert.Null(variables["WRAPPED"]);
        Assert.Equal("/var/task/none", (string?)variables["AWS_LAMBDA_EXEC_WRAPPER"]);
    }

    [Theory]
    [InlineData("/opt/none", 127, "/opt/none: does not exist")]
    [InlineData("/var/task/App.dll", 126, "/var/task/App.dll: is not an executable")]
    public async Task Wrapper_ThatCannotBeStarted_EndsTheRuntimeAndIsNamed(string value, int status, string line)
    {
        await using var lambda = new RunningLambda();
        await File.WriteAllBytesAsync(Path.Combine(lambda.Folder, "function", "App.dll"), []);

        var result = await lambda.InvokeAsync(Managed(lambda, value));

        Assert.Equal(
            ("Runtime.ExitError", $"RequestId: {result.RequestId} Error: Runtime exited with error: exit status {status}"), Error(result));
        Assert.Contains(line, lambda.Logs.Messages("/aws/lambda/managed"));
    }

    [Fact]
    public async Task Handler_ThatNamesNoAssembly_EndsTheRuntimeAndIsNamed()
    {
        await using var lambda = new RunningLambda();

        var result = await lambda.InvokeAsync(Managed(lambda, ""));

        Assert.Equal(
            ("Runtime.ExitError", $"RequestId: {result.RequestId} Error: Runtime exited with error: exit status 104"), Error(result));
        Assert.Contains(
            $"Error: executable assembly {Path.Combine(lambda.Folder, "function", "App.dll")} was not found.",
            lambda.Logs.Messages("/aws/lambda/managed"));
    }

    public static TheoryData<string, byte[]> NoPrograms() => new()
    {
        { "nothing", [] },
        { "a text", "echo hello\n"u8.ToArray() },
        { "a .NET assembly", [.. "MZ"u8, .. new byte[200]] },
        { "a program of another machine", [0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[11], 8, 0, .. new byte[100]] },
    };

    [Theory]
    [MemberData(nameof(NoPrograms))]
    public async Task Bootstrap_ThatIsNoProgram_IsRuntimeInvalidEntrypoint(string what, byte[] content)
    {
        await using var lambda = new RunningLambda();
        WriteProgram(lambda, "bootstrap", content);

        var result = await lambda.InvokeAsync(lambda.Function("f"));

        Assert.Equal(
            ("Runtime.InvalidEntrypoint", $"RequestId: {result.RequestId} Error: fork/exec /var/task/bootstrap: exec format error", what),
            (Error(result).Type, Error(result).Message, what));
    }

    private static string Managed(RunningLambda lambda, string wrapper) => lambda.Provision("AWS::Lambda::Function", "managed", $$"""
        {
          "FunctionName": "managed", "Runtime": "dotnet10", "Handler": "App", "Role": "{{RunningLambda.Role}}", "Timeout": 20,
          "Code": { "S3Bucket": "b", "S3Key": "function.zip" },
          "Environment": { "Variables": { "AWS_LAMBDA_EXEC_WRAPPER": "{{wrapper}}" } }
        }
        """).Attributes["Arn"];

    private static (string? Type, string? Message) Error(InvokeResponse result)
    {
        var error = JsonNode.Parse(result.Payload.Span)!;
        return ((string?)error["errorType"], (string?)error["errorMessage"]);
    }

    private static void WriteProgram(RunningLambda lambda, string name, byte[] content)
    {
        var file = Path.Combine(lambda.Folder, "function", name);
        File.WriteAllBytes(file, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
