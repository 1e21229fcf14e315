namespace Lexicon.Benchmarks.Measurements;

/// <summary>A first request that puts an item and gets it, with the AWS SDK.</summary>
internal static class PutAndGetBenchmark
{
    public static async Task<ResultTable> MeasureAsync(BuildOutput output)
    {
        var database = await Database.StartAsync(output);
        List<string> remarks = [];
        var floor = Variants.Floor(output) with { IsWarmed = false };
        Variant[] functions =
        [
            Variants.Native(output, "ours, native", "PutAndGet"),
            Variants.Managed(output, "ours, managed", "PutAndGet"),
            .. Variants.Official(output, "PutAndGet", remarks),
            Variants.Native(output, "lean signed call, native", "PutAndGetLean"),
        ];
        Variant[] variants = [floor, .. functions.SelectMany(function => Both(function, database))];
        var measured = Comparison.Run(variants, output.Options.Runs, invocations: 0);
        return new(
            "dynamodb",
            ["variant", "first answer ms", "x floor", "of it init ms", "resident MB", "package MB"],
            [.. measured.Select(one => Row(one, measured[0]))])
        {
            Budgets =
            [
                new("First put and get, native, http", 20, measured[1].Cold / measured[0].Cold, "x"),
                new("First put and get, native, TLS", 30, measured[2].Cold / measured[0].Cold, "x"),
            ],
            Remarks = remarks,
        };
    }

    private static Variant[] Both(Variant function, Database database) =>
    [
        function with { Name = $"{function.Name}, http", Command = database.OverHttp(function.Command), IsWarmed = false },
        function with
        {
            Name = $"{function.Name}, TLS",
            Command = database.OverTls(function.Command, withAmazonRootsAlone: true),
            IsWarmed = false,
        },
    ];

    private static string[] Row(Measured one, Measured floor) =>
    [
        one.Variant.Name,
        Figure.Of(one.Cold, "0.0"),
        Figure.Of(one.Cold / floor.Cold, "0.0"),
        Figure.Of(one.Init, "0.0"),
        Figure.Of(one.Resident, "0.0"),
        Figure.Of(one.Variant.PackageSize / 1024d / 1024d, "0.00"),
    ];
}
