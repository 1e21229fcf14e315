namespace Lexicon.Benchmarks.Processes;

/// <summary>Something that is to be measured cannot be built here.</summary>
internal sealed class BuildException(string message) : Exception(message);
