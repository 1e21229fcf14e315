namespace Lexicon.Benchmarks.Measurements;

internal static class Statistics
{
    /// <summary>The median; the mean of the two in the middle where their number is even.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
