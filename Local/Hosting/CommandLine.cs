using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>The command line: options, help, and how the runner ends.</summary>
internal static class CommandLine
{
    /// <summary>The folder of all data, as every command has it.</summary>
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "the folder that keeps all data between starts",
        DefaultValueFactory = _ => Path.Combine(".local", "data"),
    };

    private static readonly Option<string> Assembly = new("--assembly")
    {
        Description = "the cloud assembly to run",
        DefaultValueFactory = _ => "cdk.out",
    };

    private static readonly Option<int> Port = Number(
        "--port", "the first of the ports, in a row; 0 takes any free ones", Listeners.WhatFirstIs, () => 9200);

    private static readonly Option<string> EndpointsFile = new("--endpoints")
    {
        Description = "the file that tells the endpoints once everything answers",
        DefaultValueFactory = _ => Path.Combine(".local", "endpoints.json"),
    };

    private static readonly Option<string> Tools = new("--tools")
    {
        Description = "the folder with dynamodb-local/",
        DefaultValueFactory = _ => Path.Combine(".local", "tools"),
    };

    private static readonly Option<string> NodeModules = new("--node-modules")
    {
        Description = "the folder with the installed npm packages",
        DefaultValueFactory = _ => "node_modules",
    };

    private static readonly Option<int> Concurrency = Number(
        "--concurrency", "the execution environments alive at once on this machine", "a number", DefaultConcurrency);

    private static readonly Option<string?> FirstStart = new("--first-start")
    {
        Description = "a command to run once, when the data folder is new and everything answers; BASE_URL is the site",
    };

    private static readonly Option<bool> Watch = new("--watch")
    {
        Description = "apply each newer assembly while everything runs, and let open pages load again",
    };

    private static readonly Option<string?> Debug = new("--debug")
    {
        Description = "a function, such as CreateTerm, whose next environment waits for a debugger (docs/debugging.md)",
    };

    private static readonly Option<SandboxMode> Sandbox = new("--sandbox")
    {
        Description = "auto: functions run in a sandbox as far as this machine can; on: or not at all; off: they are plain processes",
    };

    private static readonly Option<bool> AllowEgress = new("--allow-egress")
    {
        Description = "let functions reach any network; without it a sandbox lets them reach this runner alone",
    };

    private static readonly Option<IReadOnlyDictionary<string, Uri>> Origins = new("--origin")
    {
        Description = $"{CustomOrigins.Form}: a server on this machine in place of a distribution's custom origin; may come more than once",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => new Dictionary<string, Uri>(),
        CustomParser = argument => CustomOrigins.Read(
            argument.Tokens.Select(token => token.Value),
            wrong => argument.AddError($"Cannot run: --origin {wrong}: must be {CustomOrigins.Form}")),
    };

    private static readonly Option<bool> Distance = new("--distance")
    {
        Description = "let requests to the site take as long as their way from where the visitor stands (header X-Lexicon-Place) would",
    };

    private static readonly Option<bool> NoTraces = new("--no-traces")
    {
        Description = "keep no traces of requests: the console shows none, and a load test measures the runner alone",
    };

    private static readonly Option<int> SessionSeconds = Number(
        "--session-seconds",
        "how long the credentials of an identity pool last: fewer show what a page does when they are over",
        "a number of seconds",
        () => Settings.SecondsOfSession);

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "print what each resource becomes, what is ignored and what is refused, and start nothing",
    };

    private static readonly Option<bool> All = new("--all")
    {
        Description = "with --explain: a line for each resource, also where many become the same",
    };

    /// <summary>
    /// Reads the command line and runs. A <see cref="StartupException"/> ends as one line and exit code 1; anything unexpected as one
    /// line that names the file with the details.
    /// </summary>
    public static Task<int> RunAsync(
        string[] arguments, Func<Settings, CancellationToken, Task<int>> run, params IEnumerable<Command> others)
    {
        var command = new RootCommand(
            "Runs a synthesized CDK app on this machine: a local Lambda, API Gateway, DynamoDB, S3, CloudFront, Cognito.");
        foreach (var option in new Option[]
        {
            Assembly, Port, Data, EndpointsFile, Tools, NodeModules, Concurrency, FirstStart, Watch, Debug, Sandbox, AllowEgress, Origins,
            Distance, NoTraces, SessionSeconds, Explain, All,
        })
        {
            command.Options.Add(option);
        }

        foreach (var other in others)
        {
            command.Subcommands.Add(other);
        }

        command.SetAction(async parsed =>
        {
            var settings = Read(parsed);
            using var stop = new StopSignals();
            return await Ending.OfAsync(settings, () => run(settings, stop.Token), stop.Token);
        });

        var line = command.Parse(arguments);
        if (line.Action is ParseErrorAction error)
        {
            // The line that says what is wrong would scroll away.
            error.ShowHelp = false;
        }

        return line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static Option<int> Number(string name, string description, string what, Func<int> usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual(),
        CustomParser = argument =>
        {
            var text = argument.Tokens.Single().Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                argument.AddError($"Cannot run: {name} {text}: {what}");
            }

            return number;
        },
    };

    private static Settings Read(ParseResult parsed) => new()
    {
        Assembly = Path.GetFullPath(parsed.GetValue(Assembly)!),
        Port = parsed.GetValue(Port),
        Data = Path.GetFullPath(parsed.GetValue(Data)!),
        EndpointsFile = Path.GetFullPath(parsed.GetValue(EndpointsFile)!),
        Tools = Path.GetFullPath(parsed.GetValue(Tools)!),
        NodeModules = Path.GetFullPath(parsed.GetValue(NodeModules)!),
        Concurrency = parsed.GetValue(Concurrency),
        FirstStart = parsed.GetValue(FirstStart),
        Watch = parsed.GetValue(Watch),
        Debug = parsed.GetValue(Debug),
        Sandbox = parsed.GetValue(Sandbox),
        AllowEgress = parsed.GetValue(AllowEgress),
        Origins = parsed.GetValue(Origins)!,
        HasDistance = parsed.GetValue(Distance),
        KeepsTraces = !parsed.GetValue(NoTraces),
        SessionSeconds = parsed.GetValue(SessionSeconds),
        Explain = parsed.GetValue(Explain),
        ExplainAll = parsed.GetValue(All),
    };

    // An idle managed environment holds some 60 MB and a busy one a good part of a core.
    private static int DefaultConcurrency()
    {
        var byMemory = (int)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / (64L << 20));
        return Math.Clamp(Math.Min(byMemory, Environment.ProcessorCount * 16), 4, 64);
    }
}
