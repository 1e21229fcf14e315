namespace Lexicon.Benchmarks.Measurements;

/// <summary>The runtime client by itself: a handler that does nothing, behind the reading of a whole REST event.</summary>
internal static class NoopBenchmark
{
    public static Task<ResultTable> MeasureAsync(BuildOutput output)
    {
        List<string> remarks = [];
        Variant[] variants =
        [
            Variants.Floor(output),
            Variants.Native(output, "ours, native", "Noop"),
            Variants.Managed(output, "ours, managed", "Noop"),
            Variants.Node(),
            .. Variants.Official(output, "Noop", remarks),
        ];
        var measured = Comparison.Run(variants, output.Options.Runs, output.Options.Invocations);
        var (floor, native, managed) = (measured[0], measured[1], measured[2]);
        return Task.FromResult(new ResultTable(
            "noop",
            ["variant", "cold ms", "x floor", "init ms", "warm p50 us", "x floor", "CPU us an invocation", "resident MB", "package MB"],
            [.. measured.Select(one => Row(one, floor))])
        {
            Budgets =
            [
                new("Cold start, native", 4.5, native.Cold / floor.Cold, "x"),
                new("Warm p50, native", 2.5, native.Warm / floor.Warm, "x"),
                new("Resident after all invocations, native", 25, native.Resident, " MB"),
                new("Cold start, managed", 0.75 * 190, managed.Cold / floor.Cold, "x"),
            ],
            Remarks = remarks,
        });
    }

    private static string[] Row(Measured one, Measured floor) =>
    [
        one.Variant.Name,
        Figure.Of(one.Cold, "0.00"),
        Figure.Of(one.Cold / floor.Cold, "0.0"),
        Figure.Of(one.Init, "0.00"),
        Figure.Of(one.Warm, "0"),
        Figure.Of(one.Warm / floor.Warm, "0.00"),
        Figure.Of(one.Processor, "0"),
        Figure.Of(one.Resident, "0.0"),
        Figure.Of(one.Variant.PackageSize / 1024d / 1024d, "0.00"),
    ];
}
