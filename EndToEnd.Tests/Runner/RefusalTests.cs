using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>The ways in which the runner does not start: one line, exit code 1, no stack trace.</summary>
[Trait("Where", "Local")]
public sealed class RefusalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-refusal-").FullName;

    [Fact]
    public async Task PortTaken_IsTold()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = Math.Min(((IPEndPoint)other.LocalEndpoint).Port, 65532);

        await AssertRefusedAsync($"port {port} is taken by another program", ["--port", $"{port}"]);
    }

    [Fact]
    public Task PortThatIsNone_IsTold() =>
        AssertRefusedAsync("--port abc: a port from 1 to 65532, or 0 for any free ones", ["--port", "abc"]);

    [Fact]
    public async Task PortTaken_LeavesTheFileOfTheRunnerThatHasIt()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = Math.Min(((IPEndPoint)other.LocalEndpoint).Port, 65532);
        var endpoints = Path.Combine(_folder, "endpoints.json");
        await File.WriteAllTextAsync(endpoints, "{}");

        var (exitCode, _) = await LocalRunner.RunAsync(
            ["--data", Path.Combine(_folder, "data"), "--endpoints", endpoints, "--port", $"{port}"]);

        Assert.Equal(1, exitCode);
        Assert.True(File.Exists(endpoints));
    }

    [Fact]
    public async Task NoCloudAssembly_IsTold() =>
        await AssertRefusedAsync("there is no manifest.json; run 'npx cdk synth' first", ["--assembly", Path.Combine(_folder, "none")]);

    [Fact]
    public async Task NoJava_IsTold()
    {
        var programs = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        var node = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(entry => Path.Combine(entry, "node")).First(File.Exists);
        File.CreateSymbolicLink(Path.Combine(programs, "node"), node);

        await AssertRefusedAsync("Java", [], new() { ["PATH"] = programs, ["JAVA_HOME"] = null });
    }

    [Fact]
    public async Task UnknownResourceType_IsRefusedByName() =>
        await AssertRefusedAsync("the resource type AWS::Quantum::Computer is not supported by the local runner",
            Edited(resources => resources["Odd"] = new JsonObject { ["Type"] = "AWS::Quantum::Computer" }));

    [Fact]
    public async Task UnknownProperty_IsRefusedByName() =>
        await AssertRefusedAsync("the property 'Colour' is not supported by the local runner",
            Edited(resources => OfType(resources, "AWS::S3::Bucket")["Properties"]!["Colour"] = "red"));

    [Fact]
    public async Task ReferenceToNothing_IsRefusedByName() =>
        await AssertRefusedAsync("refers to 'Nothing', which is not a resource or parameter",
            Edited(
                resources => OfType(resources, "AWS::S3::Bucket")["Properties"]!["BucketName"] = new JsonObject { ["Ref"] = "Nothing" }));

    [Fact]
    public async Task MissingAsset_IsTold()
    {
        var assembly = CopyAssembly();
        foreach (var asset in Directory.GetDirectories(assembly, "asset.*", SearchOption.AllDirectories))
        {
            Directory.Delete(asset, recursive: true);
        }

        await AssertRefusedAsync("is missing; run 'npx cdk synth' again", ["--assembly", assembly]);
    }

    [Fact]
    public async Task Explain_TellsWhatEachResourceBecomesAndRefusesNothingOfOurs()
    {
        var (exitCode, output) = await LocalRunner.RunAsync(["--explain"]);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"\A\d+ resources: \d+ run here, \d+ replaced by the runner, \d+ without local meaning, 0 refused\.\r?\n", output);
        Assert.Contains("AWS::DynamoDB::GlobalTable", output, StringComparison.Ordinal);
        Assert.Contains("replaced: the runner provisions its custom resource itself", output, StringComparison.Ordinal);
        Assert.Matches(@"AWS::CloudWatch::Alarm \(\d+ resources\): nothing here; on AWS it watches a metric", output);
        Assert.Matches(@"AWS::SQS::Queue( \(\d+ resources\)|\)): a queue whose messages are files", output);
        Assert.DoesNotContain("\nRefused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_ListsOnceWhatIsIgnoredInEachOfManyResources()
    {
        var (_, output) = await LocalRunner.RunAsync(["--explain"]);

        var ignored = output[output.IndexOf("Ignored, since it has no local meaning", StringComparison.Ordinal)..];
        Assert.Matches(@"AWS::Logs::LogGroup \(\d+ resources\): DeletionPolicy: nothing is deleted but by make clean", ignored);
        Assert.Matches(@"AWS::CloudWatch::Alarm \(\d+ resources\): nothing here; on AWS it watches a metric", ignored);
        Assert.Contains("SSESpecification: the data folder is as encrypted as the disk is", ignored, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task AssertRefusedAsync(string message, string[] arguments, Dictionary<string, string?>? environment = null)
    {
        string[] always = ["--data", Path.Combine(_folder, "data"), "--endpoints", Path.Combine(_folder, "endpoints.json")];
        string[] port = arguments.Contains("--port") ? [] : ["--port", "0"];

        var (exitCode, output) = await LocalRunner.RunAsync([.. always, .. port, .. arguments], environment);

        var errors = output.Split('\n').Where(line => line.StartsWith("Cannot run:", StringComparison.Ordinal)).ToList();
        Assert.Contains(message, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "endpoints.json")));
    }

    private string[] Edited(Action<JsonObject> edit)
    {
        var assembly = CopyAssembly();
        var template = Directory.GetFiles(assembly, "*Data*.template.json", SearchOption.AllDirectories).Single();
        var document = JsonNode.Parse(File.ReadAllText(template))!;
        edit(document["Resources"]!.AsObject());
        File.WriteAllText(template, document.ToJsonString());
        return ["--assembly", assembly];
    }

    private static JsonNode OfType(JsonObject resources, string type) =>
        resources.First(resource => (string)resource.Value!["Type"]! == type).Value!;

    private string CopyAssembly()
    {
        var copy = Path.Combine(_folder, "cdk.out");
        Folders.Copy(BuildOutput.CloudAssembly, copy);
        return copy;
    }
}
