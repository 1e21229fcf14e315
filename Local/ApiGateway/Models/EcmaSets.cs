namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// The sets of characters of ECMA 262, as the inside of a class of .NET's language, each opposite spelled out, so that it can
/// stand with others in a class (https://262.ecma-international.org/5.1/#sec-15.10.2.12).
/// </summary>
internal static class EcmaSets
{
    private static readonly (char From, char To)[] Digits = [('0', '9')];

    private static readonly (char From, char To)[] Words = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

    private static readonly (char From, char To)[] Blanks =
    [
        ('\t', '\r'), (' ', ' '), ('\u00a0', '\u00a0'), ('\u1680', '\u1680'), ('\u2000', '\u200a'), ('\u2028', '\u2029'),
        ('\u202f', '\u202f'), ('\u205f', '\u205f'), ('\u3000', '\u3000'), ('\ufeff', '\ufeff'),
    ];

    /// <summary>What a word is made of.</summary>
    public static string Word { get; } = Text(Words);

    /// <summary>The set of an escape's letter; null: it names none.</summary>
    public static string? For(char letter) => letter switch
    {
        'd' => Text(Digits),
        'D' => Text(Others(Digits)),
        'w' => Word,
        'W' => Text(Others(Words)),
        's' => Text(Blanks),
        'S' => Text(Others(Blanks)),
        _ => null,
    };

    private static string Text(IEnumerable<(char From, char To)> ranges) =>
        string.Concat(ranges.Select(range => $"\\u{(int)range.From:x4}-\\u{(int)range.To:x4}"));

    private static IEnumerable<(char From, char To)> Others(IReadOnlyList<(char From, char To)> ranges)
    {
        var from = '\0';
        foreach (var range in ranges)
        {
            if (range.From > from)
            {
                yield return (from, (char)(range.From - 1));
            }

            from = (char)(range.To + 1);
        }

        yield return (from, '\uffff');
    }
}
