using System.Globalization;
using System.Runtime.InteropServices;

namespace Lexicon.Benchmarks;

/// <summary>Where and when the figures come from.</summary>
internal static class Machine
{
    /// <summary>What else the machine does: the load average of the last minute.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static string Describe(BuildOutput output, Options options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        - {DateTime.UtcNow:yyyy-MM-dd}, {options.Runs} runs of each variant, {options.Invocations} further invocations in each.
        - {Environment.ProcessorCount} processors, {Processor()}; {RuntimeInformation.OSDescription}.
        - Load average when the run began: {output.LoadBefore}.
        - .NET {Environment.Version}.
        """);

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
        && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
