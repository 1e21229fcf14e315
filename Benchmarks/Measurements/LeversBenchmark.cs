using Lexicon.Benchmarks.Processes;

namespace Lexicon.Benchmarks.Measurements;

/// <summary>Each lever by itself: the same function without it and with it.</summary>
internal static class LeversBenchmark
{
    public static async Task<ResultTable> MeasureAsync(BuildOutput output)
    {
        var database = await Database.StartAsync(output);
        var noop = Variants.Native(output, "noop", "Noop");
        var sdk = Variants.Native(output, "sdk", "PutAndGet") with { IsWarmed = false };
        var withIcu = Variants.Native(output, "icu", "PutAndGet", "InvariantGlobalization=false") with { IsWarmed = false };
        var unpacked = Variants.Native(output, "unpacked", "PutAndGet", "PositionIndependentExecutable=true") with { IsWarmed = false };
        var managed = Variants.Managed(output, "managed", "Noop") with { IsWarmed = false };
        var compiledLate = Variants.Managed(output, "late", "Noop", "ReadyToRun=false") with { IsWarmed = false };

        Lever[] levers =
        [
            new("(a) Amazon's roots alone, in place of the system's, TLS",
                With(sdk, database.OverTls(sdk.Command, withAmazonRootsAlone: false)),
                With(sdk, database.OverTls(sdk.Command, withAmazonRootsAlone: true))),
            new("(b) `InvariantGlobalization`",
                With(withIcu, database.OverHttp(withIcu.Command)),
                With(sdk, database.OverHttp(sdk.Command))),
            new("(c) The SDK's client as `DynamoDbClients` makes it, in place of its defaults",
                With(sdk, database.OverHttp(sdk.Command).With(("SDK_DEFAULTS", "1"))),
                With(sdk, database.OverHttp(sdk.Command))),
            new("(d) A socket in place of `HttpClient`", Variants.Native(output, "HttpClient", "NoopOverHttpClient"), noop),
            new("(e) Events read without JSON metadata", Variants.Native(output, "metadata", "NoopByMetadata"), noop),
            new($"(f) `DOTNET_GCgen0size={FunctionEnvironment.SmallGeneration}`",
                noop with { Command = noop.Command.Without("DOTNET_GCgen0size") },
                noop),
            new("(g) A native file at a fixed address, with nothing to unpack",
                With(unpacked, database.OverHttp(unpacked.Command)),
                With(sdk, database.OverHttp(sdk.Command))),
            new("ReadyToRun, managed", compiledLate, managed),
        ];
        var measured = Comparison.Run(
            [.. levers.SelectMany(lever => new[] { lever.Before, lever.After })], output.Options.Runs, output.Options.Invocations);
        return new(
            "levers",
            ["lever", "first answer before, ms", "after, ms", "warm p50 before, us", "after, us", "resident before, MB", "after, MB"],
            [.. levers.Select((lever, i) => Row(lever, measured[2 * i], measured[(2 * i) + 1]))]);
    }

    private static Variant With(Variant function, Command command) => function with { Command = command };

    private static string[] Row(Lever lever, Measured before, Measured after) =>
    [
        lever.Name,
        Figure.Of(before.Cold, "0.0"),
        Figure.Of(after.Cold, "0.0"),
        Figure.Of(before.Warm, "0"),
        Figure.Of(after.Warm, "0"),
        Figure.Of(before.Resident, "0.0"),
        Figure.Of(after.Resident, "0.0"),
    ];

    private sealed record Lever(string Name, Variant Before, Variant After);
}
