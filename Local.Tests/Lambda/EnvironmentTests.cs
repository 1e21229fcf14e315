using System.IO.Compression;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Lambda;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Variables_AreLambdasAndTheFunctionsAndNothingOfTheRunners()
    {
        Environment.SetEnvironmentVariable("LEXICON_TEST_SECRET", "must not leak");
        await using var lambda = new RunningLambda();
        var arn = lambda.Function(
            "env", """ "MemorySize": 512, "Environment": { "Variables": { "OPERATION": "ListGlossaries", "COUNT": 3 } } """);

        var variables = (await lambda.AskAsync(arn, """{"do":"env"}""")).AsObject();

        Assert.Equal("Test.Handler", (string?)variables["_HANDLER"]);
        Assert.Equal("env", (string?)variables["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("$LATEST", (string?)variables["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Equal("512", (string?)variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]);
        Assert.Equal("on-demand", (string?)variables["AWS_LAMBDA_INITIALIZATION_TYPE"]);
        Assert.Equal("/aws/lambda/env", (string?)variables["AWS_LAMBDA_LOG_GROUP_NAME"]);
        Assert.Matches(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$", (string?)variables["AWS_LAMBDA_LOG_STREAM_NAME"]);
        Assert.Matches(@"^127\.0\.0\.1:\d+$", (string?)variables["AWS_LAMBDA_RUNTIME_API"]);
        Assert.Equal("us-east-1", (string?)variables["AWS_REGION"]);
        Assert.Equal("us-east-1", (string?)variables["AWS_DEFAULT_REGION"]);
        Assert.Equal("ASIATEST", (string?)variables["AWS_ACCESS_KEY_ID"]);
        Assert.Equal($"secret of {RunningLambda.Role}", (string?)variables["AWS_SECRET_ACCESS_KEY"]);
        Assert.Equal("session env", (string?)variables["AWS_SESSION_TOKEN"]);
        Assert.Equal("http://localhost:1", (string?)variables["AWS_ENDPOINT_URL"]);
        Assert.Equal(lambda.TaskRoot, (string?)variables["LAMBDA_TASK_ROOT"]);
        Assert.Equal(":UTC", (string?)variables["TZ"]);
        Assert.Equal("en_US.UTF-8", (string?)variables["LANG"]);
        Assert.Equal("ListGlossaries", (string?)variables["OPERATION"]);
        Assert.Equal("3", (string?)variables["COUNT"]);
        Assert.Equal("127.0.0.1:2000", (string?)variables["AWS_XRAY_DAEMON_ADDRESS"]);
        Assert.Equal("127.0.0.1", (string?)variables["_AWS_XRAY_DAEMON_ADDRESS"]);
        Assert.Equal("2000", (string?)variables["_AWS_XRAY_DAEMON_PORT"]);
        Assert.Equal(
            [
                "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
                "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION",
                "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_XRAY_CONTEXT_MISSING", "AWS_XRAY_DAEMON_ADDRESS", "COUNT", "HOME",
                "LAMBDA_RUNTIME_DIR",
                "LAMBDA_TASK_ROOT", "LANG", "LD_LIBRARY_PATH", "OPERATION", "PATH", "TZ",
                "_AWS_XRAY_DAEMON_ADDRESS", "_AWS_XRAY_DAEMON_PORT", "_HANDLER",
            ],
            variables.Select(pair => pair.Key).Where(name => name is not "DOTNET_ROOT" and not "PWD").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Headers_CarryTheRequestAsTheRuntimeApiSays()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("headers", "\"Timeout\": 30");
        var before = DateTimeOffset.UtcNow;

        var headers = await lambda.AskAsync(arn, """{"do":"headers"}""", request => request with
        {
            TraceHeader = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1",
            ClientContext = Convert.ToBase64String("""{"custom":{"a":"ü"}}"""u8),
        });

        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((string)headers["lambda-runtime-deadline-ms"]!, null));
        Assert.InRange(deadline, before.AddSeconds(30), DateTimeOffset.UtcNow.AddSeconds(30));
        Assert.Equal(arn, (string?)headers["lambda-runtime-invoked-function-arn"]);
        Assert.Equal(
            "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1", (string?)headers["lambda-runtime-trace-id"]);
        Assert.Equal("application/json", (string?)headers["content-type"]);

        // Node reads header bytes as Latin-1.
        Assert.Equal("""{"custom":{"a":"Ã¼"}}""", (string?)headers["lambda-runtime-client-context"]);
    }

    [Fact]
    public async Task Trace_BeginsWhereTheCallerHasNone()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("headers");

        var headers = await lambda.AskAsync(arn, """{"do":"headers"}""");

        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$", (string?)headers["lambda-runtime-trace-id"]);
    }

    [Fact]
    public async Task ZipAsset_IsExtractedAndRuns()
    {
        await using var lambda = new RunningLambda(sandbox: SandboxMode.Off);
        ZipFile.CreateFromDirectory(Path.Combine(lambda.Folder, "function"), Path.Combine(lambda.Folder, "0123abcd.zip"));
        var arn = lambda.Provision("AWS::Lambda::Function", "Zipped", $$"""
            { "Runtime": "provided.al2023", "Handler": "x", "Role": "{{RunningLambda.Role}}",
              "Code": { "S3Bucket": "b", "S3Key": "0123abcd.zip" } }
            """).Attributes["Arn"];
        await lambda.Service.StartAsync(CancellationToken.None);

        var variables = await lambda.AskAsync(arn, """{"do":"env"}""");

        Assert.Equal(Path.Combine(lambda.Folder, "data", "lambda", "0123abcd"), (string?)variables["LAMBDA_TASK_ROOT"]);
    }

    [Fact]
    public async Task Versions_HaveEnvironmentsOfTheirOwnAndAliasesShareThem()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        var version = lambda.Provision("AWS::Lambda::Version", "V1", """{ "FunctionName": "echo" }""");
        var alias = lambda.Provision(
            "AWS::Lambda::Alias",
            "Live",
            $$"""{ "FunctionName": "{{arn}}", "FunctionVersion": "{{version.Attributes["Version"]}}", "Name": "live" }""");

        var latest = await lambda.AskAsync(arn);
        var byVersion = await lambda.AskAsync(version.Ref);
        var byAlias = await lambda.AskAsync(alias.Ref);

        Assert.Equal($"{arn}:1", version.Ref);
        Assert.Equal($"{arn}:live", alias.Ref);
        Assert.NotEqual((int)latest["instance"]!, (int)byVersion["instance"]!);
        Assert.Equal((int)byVersion["instance"]!, (int)byAlias["instance"]!);
        Assert.Equal(
            $"{arn}:live", (string?)(await lambda.AskAsync(alias.Ref, """{"do":"headers"}"""))["lambda-runtime-invoked-function-arn"]);
    }
}
