using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>The ways to run a function that more than one chapter compares.</summary>
internal static class Variants
{
    /// <summary>The least that a function can do: one socket, no JSON.</summary>
    public static Variant Floor(Workshop workshop)
    {
        var program = Path.Combine(workshop.Output, "floor");
        _ = Directory.CreateDirectory(workshop.Output);
        Tool.Run(workshop.Root, "gcc", ["-O2", "-o", program, "Benchmarks/Subjects/floor.c"]);
        return new("C floor", new(program, [], Workshop.LambdaEnvironment), new FileInfo(program).Length);
    }

    /// <summary>One file, compiled ahead.</summary>
    public static Variant Native(Workshop workshop, string name, string subject, params IReadOnlyList<string> properties)
    {
        var package = workshop.Publish(subject, "native", properties);
        return new(name, new(Path.Combine(package, "bootstrap"), [], Workshop.LambdaEnvironment), Size(package));
    }

    /// <summary>On the .NET runtime of this machine, as Lambda's managed runtime starts an executable assembly.</summary>
    public static Variant Managed(Workshop workshop, string name, string subject, params IReadOnlyList<string> properties)
    {
        var package = workshop.Publish(subject, "managed", properties);
        string[] arguments = [Path.Combine(package, "Lexicon.Subject.dll")];
        return new(name, new(Programs.Find("dotnet"), arguments, Workshop.LambdaEnvironment), Size(package));
    }

    /// <summary>A plain loop in JavaScript.</summary>
    public static Variant Node(Workshop workshop)
    {
        var script = Path.Combine(workshop.Root, "Benchmarks", "Subjects", "node.mjs");
        return new(
            "Node handler", new(NodeProgram(workshop), [script], Workshop.LambdaEnvironment), new FileInfo(script).Length);
    }

    /// <summary>The Node of <c>package.json</c>, else that of the machine.</summary>
    public static string NodeProgram(Workshop workshop)
    {
        var program = Path.Combine(workshop.Root, "node_modules", "node", "bin", "node");
        return File.Exists(program) ? program : Programs.Find("node");
    }

    /// <summary>Amazon's client in place of ours, if its packages are to be had; a remark, if not.</summary>
    public static IEnumerable<Variant> Official(Workshop workshop, string subject, ICollection<string> remarks)
    {
        const string Packages = "LambdaPackages=nuget";
        try
        {
            return
            [
                Native(workshop, "official client, native", subject, Packages),
                Managed(workshop, "official client, managed", subject, Packages),
            ];
        }
        catch (BuildException failed) when (failed.Message.Contains("NU1101", StringComparison.Ordinal))
        {
            remarks.Add("The official client was not measured: its packages do not restore from the registry here.");
            return [];
        }
    }

    private static long Size(string package) =>
        new DirectoryInfo(package).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
