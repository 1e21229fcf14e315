using System.Net.Security;
using Lexicon.Benchmarks.Measurements;
using Lexicon.Benchmarks.RuntimeApi;

namespace Lexicon.Benchmarks.Profile;

/// <summary>Where the time of a native first put and get goes: moments noted by the function and around it, run by run.</summary>
internal static class ProfileBenchmark
{
    public static async Task<ResultTable> MeasureAsync(BuildOutput output)
    {
        var database = await Database.StartAsync(output);
        var floor = Variants.Floor(output);
        var plain = Variants.Native(output, "plain", "PutAndGet");
        var profiled = Variants.Native(output, "profiled", "PutAndGetProfiled");
        Observed[] observed =
        [
            new(floor, null),
            new(profiled, null),
            new(profiled, database.Certificate),
            new(plain, null),
            new(plain, database.Certificate),
        ];
        var runs = observed.Select(_ => new List<Timeline>()).ToArray();
        for (var run = -2; run < output.Options.Runs; run++)
        {
            for (var turn = 0; turn < observed.Length; turn++)
            {
                var i = (Math.Max(run, 0) + turn) % observed.Length;
                var timeline = Take(database, observed[i]);

                // Nobody's files are read for the first time in what counts.
                if (run >= 0)
                {
                    runs[i].Add(timeline);
                }
            }
        }

        var whole = new Phase("**whole**", "answered", "start");
        var without = new Phase("whole, without moments noted inside", "answered", "start");
        return new(
            "profile",
            ["phase", "http, ms", "share", "TLS, ms", "share", "C floor, http, ms"],
            [
                .. Phase.All.Append(whole).Select(phase => Row(phase, runs[1], runs[2], runs[0])),
                Row(without, runs[3], runs[4], []),
            ])
        {
            Remarks = [$"Medians of {output.Options.Runs} runs, phase by phase: on a quiet machine they add up to the whole, nearly."],
        };
    }

    private static Timeline Take(Database database, Observed observed)
    {
        var timeline = new Timeline();
        using var endpoint = new ObservedEndpoint(database.EnginePort, observed.Certificate, timeline);
        using var run = new FunctionRun(
            database.Over(observed.Function.Command, observed.Certificate is not null, endpoint.Port), RestEvent.Bytes);
        run.Start(timeline);
        return timeline;
    }

    private static string[] Row(Phase phase, List<Timeline> http, List<Timeline> tls, List<Timeline> floor) =>
    [
        phase.Name,
        Figure.Of(Median(phase, http), "0.00"),
        Figure.Of(Median(phase, http) / Whole(http), "0 %"),
        Figure.Of(Median(phase, tls), "0.00"),
        Figure.Of(Median(phase, tls) / Whole(tls), "0 %"),
        Figure.Of(Median(phase, floor), "0.00"),
    ];

    private static double Whole(List<Timeline> runs) => Median(new("", "answered", "start"), runs);

    private static double Median(Phase phase, List<Timeline> runs) =>
        runs is [] ? double.NaN : runs.Select(run => run.Between(phase.From, phase.To)).Median();

    private sealed record Observed(Variant Function, SslStreamCertificateContext? Certificate);
}
