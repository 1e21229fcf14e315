using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>How a runtime starts a function's code.</summary>
/// <param name="Program">The program, a full path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record RuntimeCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The <c>dotnet</c> that runs this very process; functions of a managed runtime run on the same one.</summary>
    private static readonly string Dotnet = FindDotnet();

    /// <summary>The folder of that <c>dotnet</c>, where no link leads elsewhere.</summary>
    public static string DotnetRoot { get; } =
        Path.GetDirectoryName(File.ResolveLinkTarget(Dotnet, returnFinalTarget: true)?.FullName ?? Dotnet) ?? "/";

    /// <summary>
    /// The command: <c>dotnet HANDLER.dll</c> for a managed runtime, where an executable assembly's handler is its name
    /// (https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html#csharp-executable-assembly-handlers), and
    /// <c>bootstrap</c> for an OS-only one (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html).
    /// </summary>
    public static RuntimeCommand For(FunctionConfiguration function, string taskRoot)
    {
        if (!function.IsManaged)
        {
            return new(Path.Combine(taskRoot, "bootstrap"), []);
        }

        var assembly = AssemblyOf(function, taskRoot);
        return function.Environment.GetValueOrDefault(WrapperScript.Variable) is { Length: > 0 } wrapper
            ? new(WrapperScript.PathOf(wrapper, taskRoot), [Dotnet, "exec", assembly])
            : new(Dotnet, [assembly]);
    }

    /// <summary>The assembly that a handler of a managed runtime names.</summary>
    public static string AssemblyOf(FunctionConfiguration function, string taskRoot)
    {
        var assembly = Path.Combine(taskRoot, function.Handler);
        return assembly.EndsWith(".dll", StringComparison.Ordinal) ? assembly : assembly + ".dll";
    }

    private static string FindDotnet()
    {
        // .../dotnet/shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll: the host is four folders up.
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.Combine(core, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? Path.GetFullPath(host) : Programs.Find("dotnet") ?? "dotnet";
    }
}
