using Lexicon.Benchmarks.Measurements;

namespace Lexicon.Benchmarks;

/// <summary>Builds what is measured, into <c>.local/bench</c>, and cleans up behind it.</summary>
internal sealed class BuildOutput(Options options) : IDisposable
{
    private readonly Dictionary<string, string> _built = [];
    private readonly List<IDisposable> _running = [];

    public Options Options => options;

    /// <summary>The load of the machine before anything was built or measured.</summary>
    public string LoadBefore { get; } = Machine.Load();

    /// <summary>Where it all is.</summary>
    public string Folder { get; } = Repository.File(".local", "bench");

    /// <summary>What a process of Lambda finds in its environment.</summary>
    public static IReadOnlyDictionary<string, string> LambdaEnvironment { get; } = new Dictionary<string, string>
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
        ["LANG"] = "en_US.UTF-8",
        ["TZ"] = ":UTC",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "measured",
        ["AWS_SECRET_ACCESS_KEY"] = "measured",
        ["AWS_LAMBDA_FUNCTION_NAME"] = "measured",
        ["AWS_LAMBDA_FUNCTION_VERSION"] = "1",
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1024",
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/measured",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "measured",
        ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        ["LAMBDA_TASK_ROOT"] = "/var/task",
        ["_HANDLER"] = "Lexicon.Functions",
        ["DOTNET_GCgen0size"] = FunctionEnvironment.SmallGeneration,
    };

    /// <summary>Runs a tool in the root of the repository.</summary>
    /// <exception cref="ProgramException">It failed.</exception>
    public static void Run(string program, params IEnumerable<string> arguments) =>
        ProgramRun.SucceedsAsync(program, arguments).GetAwaiter().GetResult();

    /// <summary>Makes a folder that has nothing in it.</summary>
    public static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        _ = Directory.CreateDirectory(folder);
    }

    /// <summary>Publishes one of <c>MeasuredFunctions</c>.</summary>
    /// <returns>The folder of its package.</returns>
    /// <exception cref="ProgramException">It does not build, or not here.</exception>
    public string Publish(string function, string packaging, params IReadOnlyList<string> properties)
    {
        var name = string.Join('-', [function, packaging, .. properties.Select(property => property.Replace('=', '-'))]);
        if (_built.TryGetValue(name, out var built))
        {
            return built;
        }

        Console.WriteLine($"   building {name}");
        var package = Path.Combine(Folder, name);
        Empty(package);
        Run(
            "dotnet",
            [
                "publish", "Benchmarks/MeasuredFunctions/MeasuredFunction.csproj", "--nologo", "-v", "quiet", "-o", package,
                $"-p:Function={function}", $"-p:Packaging={packaging}", $"-p:PackageFolder={name}",
                .. properties.Select(property => $"-p:{property}"),
            ]);
        return _built[name] = package;
    }

    /// <summary>Keeps something until the measurements are over.</summary>
    public T Keep<T>(T running)
        where T : IDisposable
    {
        _running.Add(running);
        return running;
    }

    public void Dispose()
    {
        foreach (var running in _running.AsEnumerable().Reverse())
        {
            running.Dispose();
        }
    }
}
