using System.Text;

namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// Metadata that came in a form or in UTF-8 and that no header of a response can hold: S3 gives it back as RFC 2047 says
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html), legibly where most of it is plain, else in Base64.
/// </summary>
internal static class EncodedWord
{
    private const string Special = "=?_";

    /// <summary>The value as a header can hold it.</summary>
    public static string Of(string value)
    {
        var strange = value.Count(character => !IsPlain(character));
        if (strange == 0)
        {
            return value;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        return strange * 2 < value.Length
            ? $"=?UTF-8?Q?{string.Concat(bytes.Select(Legibly))}?="
            : $"=?UTF-8?B?{Convert.ToBase64String(bytes)}?=";
    }

    /// <summary>The value of one of HTTP's own headers, which has no such form: what it cannot hold becomes a space.</summary>
    public static string Blanked(string value) => string.Concat(value.Select(character => IsPlain(character) ? character : ' '));

    private static bool IsPlain(char character) => character is >= ' ' and < '\u007F';

    private static string Legibly(byte value) => (char)value switch
    {
        ' ' => "_",
        var character when IsPlain(character) && !Special.Contains(character, StringComparison.Ordinal) => $"{character}",
        _ => $"={value:X2}",
    };
}
