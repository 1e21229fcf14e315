namespace Lexicon.Benchmarks;

/// <summary>A group of variants that are measured side by side.</summary>
/// <param name="Name">Its name on the command line and in the page.</param>
/// <param name="Title">What it compares.</param>
/// <param name="MeasureAsync">Builds and measures it.</param>
internal sealed record Chapter(string Name, string Title, Func<Workshop, Task<Section>> MeasureAsync);
