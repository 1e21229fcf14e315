using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Hosting;

/// <summary>A body without what only its sender may know, whatever it is: JSON, a form, any text.</summary>
internal static partial class SecretBody
{
    /// <summary>What stands in place of a body that nobody can take apart, and that may have a secret in it.</summary>
    public const string NotShown = "(not shown: it is not valid JSON or a form of several parts, and may have a secret in it)";

    /// <summary>The body without secrets.</summary>
    /// <param name="text">The body.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    public static string Hide(string text, bool isWhole = true)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var isJson = SecretJson.IsMeant(bytes);
        return (isJson ? SecretJson.Hide(bytes, isWhole) : null)
            ?? (isJson || Parts().IsMatch(text) ? HideAllOrNothing(text)
                : Form().IsMatch(text) ? SecretQuery.Hide(text)
                : SecretText.Hide(text));
    }

    private static string HideAllOrNothing(string text) => SecretNames.MayBeIn(text) ? NotShown : SecretText.Hide(text);

    [GeneratedRegex(@"^[^\s=&<>{}]+=[^\r\n<>{}]*$")]
    private static partial Regex Form();

    [GeneratedRegex("^--\\S+\r?\n.*Content-Disposition:", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
