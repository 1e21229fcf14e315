using System.Globalization;

namespace Lexicon.Functions.Logging;

/// <summary>How much is logged, and where the metrics go.</summary>
/// <param name="Namespace">CloudWatch's namespace of the metrics: <c>METRICS_NAMESPACE</c>; null for none.</param>
/// <param name="DetailRate">
/// Of how many requests the details are logged, from 0 to 1: <c>LOG_SAMPLE_RATE</c>, or every one with <c>LOG_LEVEL=DEBUG</c>.
/// </param>
/// <param name="Version">The version of the function that runs, as Lambda numbers it: <c>AWS_LAMBDA_FUNCTION_VERSION</c>.</param>
internal sealed record LogSettings(string? Namespace, double DetailRate, string Version)
{
    private const double UsualRate = 0.01;

    /// <exception cref="InvalidOperationException">A variable has a value that it cannot have.</exception>
    public static LogSettings FromEnvironment(Func<string, string?> variable) =>
        new(
            variable("METRICS_NAMESPACE") is { Length: > 0 } name ? name : null,
            RateOf(variable),
            variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "");

    private static double RateOf(Func<string, string?> variable)
    {
        if (string.Equals(variable("LOG_LEVEL"), "DEBUG", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        return variable("LOG_SAMPLE_RATE") switch
        {
            null or "" => UsualRate,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                && rate is >= 0 and <= 1 => rate,
            _ => throw new InvalidOperationException("LOG_SAMPLE_RATE must be a number from 0 to 1."),
        };
    }
}
