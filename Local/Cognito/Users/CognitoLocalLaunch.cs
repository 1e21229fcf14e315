using System.Diagnostics;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Users;

/// <summary>How cognito-local is started: by its own script, with an environment in which it listens to this machine alone.</summary>
internal static class CognitoLocalLaunch
{
    /// <summary>The process to start.</summary>
    /// <param name="nodeModules">Where npm has installed the package.</param>
    /// <param name="folder">Where the data is.</param>
    /// <param name="port">Where it is to listen.</param>
    /// <exception cref="StartupException">The package is missing.</exception>
    public static ProcessStartInfo StartInfo(string nodeModules, string folder, int port)
    {
        var script = Path.Combine(nodeModules, "cognito-local", "lib", "bin", "start.js");
        if (!File.Exists(script))
        {
            throw new StartupException($"The npm package cognito-local is not installed in {nodeModules}: run npm ci.");
        }

        var start = new ProcessStartInfo(Node(nodeModules), [script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["HOST"] = "127.0.0.1", ["PORT"] = $"{port}", ["AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"] = "1" },
        };
        start.Environment.Remove("CODE");
        start.Environment.Remove("DEBUG");
        return start;
    }

    // npm's node package brings the version that the other tools run on; any Node of the machine will do.
    private static string Node(string nodeModules)
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var installed = Path.Combine(nodeModules, "node", "bin", name);
        return File.Exists(installed) ? installed : name;
    }
}
