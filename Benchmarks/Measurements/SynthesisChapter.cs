using System.Collections;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>
/// How long the synthesis of both stages takes against that of an app with nothing in it, all run as <c>dotnet APP.dll</c>. A stage
/// is a process, as it is for who deploys it, and both run at once.
/// </summary>
internal static class SynthesisChapter
{
    private const int MostRuns = 10;
    private const string EmptyApp = "Benchmarks/Synthesis/EmptyApp";

    public static Task<Section> MeasureAsync(Workshop workshop)
    {
        Console.WriteLine("   building the package and the apps");
        Tool.Run(workshop.Root, "dotnet", ["msbuild", "Functions/Packaging/Package.proj", "-nologo", "-verbosity:quiet"]);
        var ours = Build(workshop, "Infra", "Lexicon.Infra.dll", "app");
        var empty = Build(workshop, EmptyApp, "Lexicon.EmptyApp.dll", "app");
        (string Name, Command[] Commands)[] apps =
        [
            ("an empty stack", [Synthesize(workshop, empty, "empty")]),
            ("all stacks of dev and prod", [Synthesize(workshop, ours, "prod"), Synthesize(workshop, ours, "dev")]),
        ];
        var times = apps.Select(_ => new List<double>()).ToArray();

        // The first run of each is not counted: it fills the caches of jsii.
        for (var run = -1; run < Math.Min(workshop.Options.Runs, MostRuns); run++)
        {
            for (var turn = 0; turn < apps.Length; turn++)
            {
                var i = (run + 1 + turn) % apps.Length;
                var time = Time(workshop, apps[i].Commands);
                if (run >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var medians = times.Select(all => all.Median()).ToArray();
        return Task.FromResult(new Section(
            "synthesis",
            ["app", "seconds", "x empty"],
            [.. apps.Select((app, i) => new[] { app.Name, Figure.Of(medians[i], "0.00"), Figure.Of(medians[i] / medians[0], "0.00") })])
        {
            Budgets = [new("Synthesis of both stages", 2.5, medians[^1] / medians[0], "x")],
            Remarks = [$"Medians of {times[0].Count} runs, both with the same CDK and runtime, without the CDK's validator."],
        });
    }

    /// <summary>Publishes an app as <c>cdk.json</c> has Infra published; answers where it is.</summary>
    private static string Build(Workshop workshop, string project, string program, string folder)
    {
        var output = Path.Combine(workshop.Output, Path.GetFileName(project), folder);
        Tool.Run(workshop.Root, "dotnet", ["publish", project, "--nologo", "-v", "quiet", $"-p:PackageFolder={folder}", "-o", output]);
        return Path.Combine(output, program);
    }

    /// <summary>What the CDK's command line would run, with the context of <c>cdk.json</c>, for this stage.</summary>
    private static Command Synthesize(Workshop workshop, string program, string stage)
    {
        var context = JsonNode.Parse(File.ReadAllText(Path.Combine(workshop.Root, "cdk.json")))!["context"]!;
        context["stage"] = stage;
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        return new Command(Programs.Find("dotnet"), [program], environment).With(
            ("JSII_NODE", Variants.NodeProgram(workshop)),
            ("CDK_CONTEXT_JSON", context.ToJsonString()),
            ("CDK_VALIDATION", "false"),
            ("CDK_OUTDIR", Path.Combine(workshop.Output, "cdk.out", stage)),

            // The empty app leaves 65 MB in it.
            ("TMPDIR", Path.Combine(workshop.Output, "cdk.tmp", stage)));
    }

    private static double Time(Workshop workshop, Command[] commands)
    {
        Environment.CurrentDirectory = workshop.Root;
        foreach (var command in commands)
        {
            Workshop.Empty(command.Environment["CDK_OUTDIR"]);
            Workshop.Empty(command.Environment["TMPDIR"]);
        }

        var started = Stopwatch.GetTimestamp();
        var processes = commands.Select(command => Child.Start(command)).ToList();
        var codes = processes.Select(process => process.WaitForExit()).ToList();
        var time = Stopwatch.GetElapsedTime(started).TotalSeconds;
        processes.ForEach(process => process.Dispose());
        return codes.All(code => code == 0)
            ? time
            : throw new BuildException($"{Path.GetFileName(commands[0].Arguments[0])} ended with {string.Join(" and ", codes)}.");
    }
}
