using System.Collections;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>How long synthesis takes against that of an app with nothing in it, both run as <c>dotnet APP.dll</c>.</summary>
internal static class SynthesisChapter
{
    private const int MostRuns = 10;

    public static Task<Section> MeasureAsync(Workshop workshop)
    {
        Console.WriteLine("   building the package and both apps");
        Tool.Run(workshop.Root, "dotnet", ["msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet"]);
        (string Name, string Project)[] apps = [("an empty stack", "EmptyApp"), ("all stacks of dev and prod", "BothStages")];
        var commands = apps.Select(app => Build(workshop, app.Project)).ToArray();
        var times = apps.Select(_ => new List<double>()).ToArray();

        // The first run of each is not counted: it fills the caches of jsii.
        for (var run = -1; run < Math.Min(workshop.Options.Runs, MostRuns); run++)
        {
            for (var turn = 0; turn < apps.Length; turn++)
            {
                var i = Math.Abs(run + turn) % apps.Length;
                var time = Time(workshop, commands[i]);
                if (run >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var (empty, both) = (times[0].Median(), times[1].Median());
        return Task.FromResult(new Section(
            "synthesis",
            ["app", "seconds", "x empty"],
            [.. apps.Select((app, i) => new[] { app.Name, Figure.Of(times[i].Median(), "0.00"), Figure.Of(times[i].Median() / empty, "0.00") })])
        {
            Budgets = [new("Synthesis of both stages", 2, both / empty, "x")],
            Remarks = [$"Medians of {times[0].Count} runs."],
        });
    }

    private static Command Build(Workshop workshop, string project)
    {
        var output = Path.Combine(workshop.Output, project);
        Tool.Run(
            workshop.Root,
            "dotnet",
            ["publish", $"Benchmarks/Synthesis/{project}", "--nologo", "-v", "quiet", $"-p:PackageFolder={project}", "-o", output]);
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        environment["JSII_NODE"] = Variants.NodeProgram(workshop);
        environment["CDK_CONTEXT_JSON"] =
            JsonNode.Parse(File.ReadAllText(Path.Combine(workshop.Root, "cdk.json")))!["context"]!.ToJsonString();
        environment["CDK_OUTDIR"] = Path.Combine(workshop.Output, "cdk.out", project);
        return new(Programs.Find("dotnet"), [Path.Combine(output, $"Lexicon.{project}.dll")], environment);
    }

    private static double Time(Workshop workshop, Command command)
    {
        Environment.CurrentDirectory = workshop.Root;
        if (Directory.Exists(command.Environment["CDK_OUTDIR"]))
        {
            Directory.Delete(command.Environment["CDK_OUTDIR"], recursive: true);
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Child.Start(command);
        var code = process.WaitForExit();
        return code == 0
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new BuildException($"{command.Arguments[0]} ended with {code}.");
    }
}
