using System.Text;

namespace Lexicon.Functions.Domain;

/// <summary>
/// Names and tags as they are sorted, compared and searched: in lower case, each run of white space one space. Case is mapped
/// character by character, the same everywhere, since the functions run without ICU; accents are kept.
/// </summary>
internal static class SortText
{
    public static string Of(string text) => Collapse(text).Trim(' ');

    /// <summary>Of the beginning of a name: a space at its end is part of what is searched for.</summary>
    public static string OfPrefix(string text) => Collapse(text).TrimStart(' ');

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                collapsed.Append(character);
            }
            else if (collapsed is not [.., ' '])
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString().ToLowerInvariant();
    }
}
