namespace Lexicon.Local.Lambda.Facts;

/// <summary>An execution environment that is alive.</summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Version">The version that it runs.</param>
/// <param name="LogStream">Its log stream, by which it is known.</param>
/// <param name="State">What it does now.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Invocations">How many it has worked on.</param>
/// <param name="PeakMemory">MB, the most that it had in use when its last invocation was over.</param>
internal sealed record EnvironmentFacts(
    string Function, string Version, string LogStream, EnvironmentState State, DateTimeOffset Created, int Invocations, int PeakMemory);
