namespace Lexicon.Sources.Tests.Dialect;

/// <summary>Two windows side by side show a line of 140 columns whole.</summary>
internal static class LineLength
{
    private const int Most = 140;

    public static IEnumerable<int> Breaches(SourceFile file) =>
        file.Lines.Index().Where(line => line.Item.Length > Most).Select(line => line.Index);
}
