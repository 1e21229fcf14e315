using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>One way to run a function.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Command">How its process is started.</param>
/// <param name="PackageSize">The bytes that would be deployed, before they are zipped.</param>
/// <param name="IsWarmed">Whether further invocations are measured, too.</param>
internal sealed record Variant(string Name, Command Command, long PackageSize, bool IsWarmed = true);
