using System.Globalization;

namespace Lexicon.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Runs">How often each variant is started.</param>
/// <param name="Invocations">How many invocations each process answers after its first.</param>
/// <param name="Only">The one benchmark that is measured; all, if null.</param>
/// <param name="Checks">Whether a budget that is exceeded is an error.</param>
/// <param name="Page">The page that takes the results; none, if null.</param>
internal sealed record Options(int Runs, int Invocations, string? Only, bool Checks, string? Page)
{
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(20, 5000, null, false, "docs/performance.md");
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--runs" => options with { Runs = Number(arguments, ++i) },
                "--invocations" => options with { Invocations = Number(arguments, ++i) },
                "--only" => options with { Only = Benchmark.Named(Value(arguments, ++i)).Name },
                "--check" => options with { Checks = true },
                "--page" => options with { Page = Value(arguments, ++i) },
                "--no-page" => options with { Page = null },
                var other => throw new ArgumentException($"There is no option {other}."),
            };
        }

        return options;
    }

    public bool Asks(string benchmark) => Only is null || Only == benchmark;

    private static string Value(IReadOnlyList<string> arguments, int at) =>
        at < arguments.Count ? arguments[at] : throw new ArgumentException($"{arguments[at - 1]} needs a value.");

    private static int Number(IReadOnlyList<string> arguments, int at) =>
        int.TryParse(Value(arguments, at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"{arguments[at - 1]} needs a positive number.");
}
