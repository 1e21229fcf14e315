using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>
/// How the engine is started: by the command line that Amazon documents
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html). It listens on every
/// interface and has no option against that; <see cref="EngineKey"/> is what keeps others out.
/// </summary>
internal static class EngineLaunch
{
    /// <summary>The process to start.</summary>
    /// <param name="tools">Where <c>dynamodb-local</c> is.</param>
    /// <param name="folder">Where the data is.</param>
    /// <param name="port">Where it is to listen.</param>
    /// <exception cref="StartupException">Java or the engine is missing.</exception>
    public static ProcessStartInfo Prepare(string tools, string folder, int port)
    {
        var home = Path.Combine(tools, "dynamodb-local");
        var jar = Path.Combine(home, "DynamoDBLocal.jar");
        if (!File.Exists(jar))
        {
            throw new StartupException($"DynamoDB Local is missing: there is no {jar} ('make up' installs it)");
        }

        return new ProcessStartInfo(FindJava())
        {
            ArgumentList =
            {
                // It is started often and lives short: the fast compiler alone, the simplest collector, a small heap.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                $"-Djava.library.path={Path.Combine(home, "DynamoDBLocal_lib")}",
                "-jar", jar,
                "-port", port.ToString(CultureInfo.InvariantCulture),
                "-dbPath", folder,
                "-cors", "http://localhost",
                "-disableTelemetry",
            },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private static string FindJava()
    {
        var name = OperatingSystem.IsWindows() ? "java.exe" : "java";
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var folders = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home)
        {
            folders = [Path.Combine(home, "bin"), .. folders];
        }

        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new StartupException(
                "Java is missing: DynamoDB Local needs a Java runtime, version 17 or newer, on the PATH or in JAVA_HOME");
    }
}
