using System.Text;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>
/// Names of groups and streams as names of files and back: letters, digits, <c>.</c>, <c>-</c> and <c>_</c> stand as they
/// are, everything else as <c>%XX</c>, so no name can leave its folder.
/// </summary>
internal static class FileNames
{
    /// <summary>The name as the name of a file.</summary>
    public static string Encode(string name)
    {
        var file = new StringBuilder(name.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            var letter = (char)octet;

            // A leading dot would hide the file or, doubled, name the parent folder.
            var plain = char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (letter == '.' && file.Length > 0);
            _ = plain ? file.Append(letter) : file.Append('%').Append(octet.ToString("X2", null));
        }

        return file.ToString();
    }

    /// <summary>The name that <see cref="Encode"/> was given.</summary>
    public static string Decode(string file) => Uri.UnescapeDataString(file);
}
