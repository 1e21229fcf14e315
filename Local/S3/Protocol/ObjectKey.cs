using System.Text;

namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// What a key may be (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html): at most 1,024 bytes, and relative path
/// elements only where, from left to right, they never outnumber the others.
/// </summary>
internal static class ObjectKey
{
    private const int Longest = 1024;

    /// <exception cref="S3Exception">S3 does not take the key.</exception>
    public static void Check(string key)
    {
        if (Encoding.UTF8.GetByteCount(key) > Longest)
        {
            throw new S3Exception(400, "KeyTooLongError", "Your key is too long");
        }

        if (LeadsOutside(key))
        {
            throw new S3Exception(400, "InvalidURI", "Couldn't parse the specified URI.") { Details = [("URI", key)] };
        }
    }

    private static bool LeadsOutside(string key)
    {
        var depth = 0;
        foreach (var element in key.Split('/'))
        {
            depth += element switch
            {
                ".." => -1,
                "" or "." => 0,
                _ => 1,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}
