using Lexicon.Benchmarks.Measurements;
using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks;

/// <summary>Builds what is measured, into <c>.local/bench</c>, and cleans up behind it.</summary>
internal sealed class Workshop(Options options) : IDisposable
{
    private readonly Dictionary<string, string> _built = [];
    private readonly List<IDisposable> _running = [];

    public Options Options => options;

    /// <summary>The repository.</summary>
    public string Root { get; } = FindRoot();

    /// <summary>The load of the machine before anything was built or measured.</summary>
    public string LoadBefore { get; } = Machine.Load();

    public string Output => Path.Combine(Root, ".local", "bench");

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

    /// <summary>The folder of the repository that this program was built in.</summary>
    public static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "App.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This is not within the repository.");
        }

        return folder;
    }

    /// <summary>Makes a folder that has nothing in it.</summary>
    public static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        _ = Directory.CreateDirectory(folder);
    }

    /// <summary>Publishes a function of <c>Subjects</c>.</summary>
    /// <returns>The folder of its package.</returns>
    /// <exception cref="BuildException">It does not build, or not here.</exception>
    public string Publish(string subject, string packaging, params IReadOnlyList<string> properties)
    {
        var name = string.Join('-', [subject, packaging, .. properties.Select(property => property.Replace('=', '-'))]);
        if (_built.TryGetValue(name, out var built))
        {
            return built;
        }

        Console.WriteLine($"   building {name}");
        var package = Path.Combine(Output, name);
        Empty(package);
        Tool.Run(
            Root,
            "dotnet",
            [
                "publish", "Benchmarks/Subjects/Subject.csproj", "--nologo", "-v", "quiet", "-o", package,
                $"-p:Subject={subject}", $"-p:Packaging={packaging}", $"-p:PackageFolder={name}",
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
