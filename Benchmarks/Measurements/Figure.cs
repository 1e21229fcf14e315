using System.Globalization;

namespace Lexicon.Benchmarks.Measurements;

internal static class Figure
{
    public static string Of(double value, string format) =>
        double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);
}
