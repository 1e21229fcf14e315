using Lexicon.Benchmarks.RuntimeApi;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>
/// Measures variants side by side: one process of each in turn, over and over, each round beginning with another one, so that
/// whatever else the machine does falls on all of them alike.
/// </summary>
internal static class Comparison
{
    private const double Megabyte = 1024 * 1024;

    public static IReadOnlyList<Measured> Run(IReadOnlyList<Variant> variants, int runs, int invocations)
    {
        var samples = variants.Select(_ => new List<Sample>(runs)).ToArray();

        // Nobody's files are read for the first time in a sample.
        foreach (var variant in variants)
        {
            _ = Take(variant, invocations: 10);
        }

        for (var run = 0; run < runs; run++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var i = (run + turn) % variants.Count;
                samples[i].Add(Take(variants[i], variants[i].IsWarmed ? invocations : 0));
            }
        }

        return [.. variants.Zip(samples, (variant, taken) => new Measured(variant, taken))];
    }

    private static Sample Take(Variant variant, int invocations)
    {
        using var run = new FunctionRun(variant.Command, RestEvent.Bytes);
        var (init, first) = run.Start();
        if (invocations == 0)
        {
            return new(init.TotalMilliseconds, first.TotalMilliseconds, double.NaN, double.NaN, run.ResidentMemory / Megabyte);
        }

        var (latencies, processor) = run.Continue(invocations);
        return new(
            init.TotalMilliseconds,
            first.TotalMilliseconds,
            latencies.Select(latency => latency.TotalMicroseconds).Median(),
            processor.TotalMicroseconds,
            run.ResidentMemory / Megabyte);
    }
}
