using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>The ways to run a function that more than one benchmark compares.</summary>
internal static class Variants
{
    /// <summary>The least that a function can do: one socket, no JSON.</summary>
    public static Variant Floor(BuildOutput output)
    {
        var program = Path.Combine(output.Folder, "floor");
        _ = Directory.CreateDirectory(output.Folder);
        BuildOutput.Run("gcc", "-O2", "-o", program, "Benchmarks/MeasuredFunctions/floor.c");
        return new("C floor", new(program, [], BuildOutput.LambdaEnvironment), new FileInfo(program).Length);
    }

    /// <summary>One file, compiled ahead.</summary>
    public static Variant Native(BuildOutput output, string name, string function, params IReadOnlyList<string> properties)
    {
        var package = output.Publish(function, "native", properties);
        return new(name, new(Path.Combine(package, "bootstrap"), [], BuildOutput.LambdaEnvironment), Size(package));
    }

    /// <summary>On the .NET runtime of this machine, as Lambda's managed runtime starts an executable assembly.</summary>
    public static Variant Managed(BuildOutput output, string name, string function, params IReadOnlyList<string> properties)
    {
        var package = output.Publish(function, "managed", properties);
        string[] arguments = [Path.Combine(package, "Lexicon.MeasuredFunction.dll")];
        return new(name, new(Programs.Find("dotnet"), arguments, BuildOutput.LambdaEnvironment), Size(package));
    }

    /// <summary>A plain loop in JavaScript.</summary>
    public static Variant Node()
    {
        var script = Repository.File("Benchmarks", "MeasuredFunctions", "node.mjs");
        return new(
            "Node handler", new(NodeProgram(), [script], BuildOutput.LambdaEnvironment), new FileInfo(script).Length);
    }

    /// <summary>The Node of <c>package.json</c>, else that of the machine.</summary>
    public static string NodeProgram()
    {
        var program = Repository.File("node_modules", "node", "bin", "node");
        return File.Exists(program) ? program : Programs.Find("node");
    }

    /// <summary>Amazon's client in place of ours, if its packages are to be had; a remark, if not.</summary>
    public static IEnumerable<Variant> Official(BuildOutput output, string function, ICollection<string> remarks)
    {
        const string Packages = "LambdaPackages=nuget";
        try
        {
            return
            [
                Native(output, "official client, native", function, Packages),
                Managed(output, "official client, managed", function, Packages),
            ];
        }
        catch (ProgramException failed) when (failed.Message.Contains("NU1101", StringComparison.Ordinal))
        {
            remarks.Add("The official client was not measured: its packages do not restore from the registry here.");
            return [];
        }
    }

    private static long Size(string package) =>
        new DirectoryInfo(package).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
