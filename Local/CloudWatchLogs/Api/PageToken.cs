using System.Text;

namespace Lexicon.Local.CloudWatchLogs.Api;

/// <summary>Where the next page begins: behind an item that is named by a text, which the caller need not be able to read.</summary>
internal static class PageToken
{
    /// <summary>The token.</summary>
    public static string Create(string last) => Convert.ToBase64String(Encoding.UTF8.GetBytes(last));

    /// <summary>The item behind which the page begins; null at the beginning.</summary>
    /// <exception cref="LogsException">The token is not one of ours.</exception>
    public static string? Read(LogsRequest request)
    {
        try
        {
            return request.Text("nextToken") is { } token ? Encoding.UTF8.GetString(Convert.FromBase64String(token)) : null;
        }
        catch (FormatException)
        {
            throw LogsException.Invalid("The specified nextToken is invalid.");
        }
    }
}
