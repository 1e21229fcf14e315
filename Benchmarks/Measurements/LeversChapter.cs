namespace Lexicon.Benchmarks.Measurements;

internal static class LeversChapter
{
    public static Task<Section> MeasureAsync(Workshop workshop) => throw new InvalidOperationException();
}
