namespace Lexicon.Sources.Tests.Dialect;

/// <summary>Two windows side by side show a line of 140 columns whole. A word alone, such as an address, cannot be broken.</summary>
internal static class LineLength
{
    private const int Most = 140;

    public static IEnumerable<int> Breaches(SourceFile file) =>
        file.Lines.Index().Where(line => line.Item.Length > Most && !IsOneWord(line.Item)).Select(line => line.Index);

    private static bool IsOneWord(string line) => !line.Trim().TrimStart('/').Trim().Contains(' ');
}
