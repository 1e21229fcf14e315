using Lexicon.Benchmarks.Measurements;
using Lexicon.Benchmarks.Profile;

namespace Lexicon.Benchmarks;

/// <summary>A group of variants that are measured side by side.</summary>
/// <param name="Name">Its name on the command line and in the page.</param>
/// <param name="Title">What it compares.</param>
/// <param name="MeasureAsync">Builds and measures it.</param>
internal sealed record Benchmark(string Name, string Title, Func<BuildOutput, Task<ResultTable>> MeasureAsync)
{
    /// <summary>Everything that is measured, in the order of the page.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("noop", "A no-op that reads a whole REST event", NoopBenchmark.MeasureAsync),
        new("dynamodb", "A put and a get in the first request", PutAndGetBenchmark.MeasureAsync),
        new("profile", "Where the time of a first put and get goes", ProfileBenchmark.MeasureAsync),
        new("levers", "What each lever brings", LeversBenchmark.MeasureAsync),
        new("synthesis", "Synthesis of all stacks of both stages", SynthesisBenchmark.MeasureAsync),
    ];

    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Benchmark Named(string name) => All.FirstOrDefault(benchmark => benchmark.Name == name)
        ?? throw new ArgumentException($"There is no benchmark {name}; there are {string.Join(", ", All.Select(one => one.Name))}.");
}
