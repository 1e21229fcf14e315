namespace Lexicon.Benchmarks.Measurements;

internal static class SynthesisChapter
{
    public static Task<Section> MeasureAsync(Workshop workshop) => throw new InvalidOperationException();
}
