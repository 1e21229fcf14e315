namespace Lexicon.Functions.Domain;

/// <summary>Text that can be stored, sorted and shown: well-formed Unicode without control characters.</summary>
internal static class PlainText
{
    public static bool IsLine(string text) => IsWellFormed(text) && !text.Any(char.IsControl);

    public static bool IsText(string text) =>
        IsWellFormed(text) && !text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r'));

    /// <summary>Whether every surrogate has its partner; half a pair cannot be written as UTF-8.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
