namespace Lexicon.Benchmarks.Measurements;

internal static class PutAndGetChapter
{
    public static Task<Section> MeasureAsync(Workshop workshop) => throw new InvalidOperationException();
}
