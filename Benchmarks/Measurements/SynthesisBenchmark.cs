using System.Collections;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>
/// How long the synthesis of both stages takes against that of an app with nothing in it, all run as <c>dotnet APP.dll</c>. A stage
/// is a process, as it is for who deploys it, and both run at once.
/// </summary>
internal static class SynthesisBenchmark
{
    private const int MostRuns = 10;
    private const string EmptyApp = "Benchmarks/Synthesis/EmptyApp";

    public static Task<ResultTable> MeasureAsync(BuildOutput output)
    {
        Console.WriteLine("   building the package and the apps");
        BuildOutput.Run("dotnet", "msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet");
        var ours = Build(output, "Infra", "Lexicon.Infra.dll", "app");
        var empty = Build(output, EmptyApp, "Lexicon.EmptyApp.dll", "app");
        (string Name, Command[] Commands)[] apps =
        [
            ("an empty stack", [Synthesize(output, empty, "empty")]),
            ("all stacks of dev and prod", [Synthesize(output, ours, "prod"), Synthesize(output, ours, "dev")]),
        ];
        var times = apps.Select(_ => new List<double>()).ToArray();

        // The first run of each is not counted: it fills the caches of jsii.
        for (var run = -1; run < Math.Min(output.Options.Runs, MostRuns); run++)
        {
            for (var turn = 0; turn < apps.Length; turn++)
            {
                var i = (run + 1 + turn) % apps.Length;
                var time = Time(apps[i].Commands);
                if (run >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var medians = times.Select(all => all.Median()).ToArray();
        return Task.FromResult(new ResultTable(
            "synthesis",
            ["app", "seconds", "x empty"],
            [.. apps.Select((app, i) => new[] { app.Name, Figure.Of(medians[i], "0.00"), Figure.Of(medians[i] / medians[0], "0.00") })])
        {
            // It was 2.5 for the 800 calls into the CDK's library that a stage took before images, live, moderation and study came.
            Budgets = [new("Synthesis of both stages", 3.5, medians[^1] / medians[0], "x")],
            Remarks = [$"Medians of {times[0].Count} runs, both with the same CDK and runtime, without the CDK's validator."],
        });
    }

    /// <summary>Publishes an app as <c>cdk.json</c> has Infra published; returns where it is.</summary>
    private static string Build(BuildOutput output, string project, string program, string folder)
    {
        var published = Path.Combine(output.Folder, Path.GetFileName(project), folder);
        BuildOutput.Run("dotnet", "publish", project, "--nologo", "-v", "quiet", $"-p:PackageFolder={folder}", "-o", published);
        return Path.Combine(published, program);
    }

    /// <summary>What the CDK's command line would run, with the context of <c>cdk.json</c>, for this stage.</summary>
    private static Command Synthesize(BuildOutput output, string program, string stage)
    {
        var context = JsonNode.Parse(File.ReadAllText(Repository.File("cdk.json")))!["context"]!;
        context["stage"] = stage;
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        return new Command(Programs.Find("dotnet"), [program], environment).With(
            ("JSII_NODE", Variants.NodeProgram()),
            ("CDK_CONTEXT_JSON", context.ToJsonString()),
            ("CDK_VALIDATION", "false"),
            ("CDK_OUTDIR", Path.Combine(output.Folder, "cdk.out", stage)),

            // The empty app leaves 65 MB in it.
            ("TMPDIR", Path.Combine(output.Folder, "cdk.tmp", stage)));
    }

    private static double Time(Command[] commands)
    {
        Environment.CurrentDirectory = Repository.Root;
        foreach (var command in commands)
        {
            BuildOutput.Empty(command.Environment["CDK_OUTDIR"]);
            BuildOutput.Empty(command.Environment["TMPDIR"]);
        }

        var started = Stopwatch.GetTimestamp();
        var processes = commands.Select(command => Child.Start(command)).ToList();
        var codes = processes.Select(process => process.WaitForExit()).ToList();
        var time = Stopwatch.GetElapsedTime(started).TotalSeconds;
        processes.ForEach(process => process.Dispose());
        return codes.All(code => code == 0)
            ? time
            : throw new ProgramException($"{Path.GetFileName(commands[0].Arguments[0])} ended with {string.Join(" and ", codes)}.");
    }
}
