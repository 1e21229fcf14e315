namespace Lexicon.Benchmarks.Measurements;

/// <summary>All samples of a variant, and their medians.</summary>
internal sealed record Measured(Variant Variant, IReadOnlyList<Sample> Samples)
{
    public double Init => Samples.Select(sample => sample.Init).Median();

    public double Cold => Samples.Select(sample => sample.Cold).Median();

    public double Warm => Samples.Select(sample => sample.Warm).Median();

    public double Processor => Samples.Select(sample => sample.Processor).Median();

    public double Resident => Samples.Select(sample => sample.Resident).Median();
}
