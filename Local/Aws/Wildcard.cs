namespace Lexicon.Local.Aws;

/// <summary>
/// Matching with <c>*</c> (any characters, none too) and <c>?</c> (exactly one), as in policies, path patterns and CORS rules; in
/// time linear in practice: one backtracking point, never recursion.
/// </summary>
internal static class Wildcard
{
    /// <summary>
    /// Stands for <c>*</c> in a resolved pattern: a noncharacter of Unicode, so that a star that comes out of a policy variable
    /// stays an ordinary character.
    /// </summary>
    public const char Many = '\uFDD0';

    /// <summary>Stands for <c>?</c> in a resolved pattern.</summary>
    public const char One = '\uFDD1';

    /// <summary>Matches a pattern as a person writes it.</summary>
    public static bool IsMatch(string pattern, string text, bool ignoreCase = false) =>
        IsMatchResolved(pattern.Replace('*', Many).Replace('?', One), text, ignoreCase);

    /// <summary>Matches a resolved pattern, in which <see cref="Many"/> and <see cref="One"/> are the wildcards.</summary>
    public static bool IsMatchResolved(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool ignoreCase = false)
    {
        var (p, t, star, resume) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == Many)
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == One || Same(pattern[p], text[t], ignoreCase)))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == Many)
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
