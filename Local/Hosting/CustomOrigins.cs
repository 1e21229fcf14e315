namespace Lexicon.Local.Hosting;

/// <summary>Reads what <c>--origin</c> says: the servers on this machine that take the place of custom origins.</summary>
internal static class CustomOrigins
{
    /// <summary>How each is written.</summary>
    public const string Form = "NAME=http://localhost:PORT";

    /// <summary>The addresses by domain name; whatever is written otherwise is reported.</summary>
    public static IReadOnlyDictionary<string, Uri> Read(IEnumerable<string> written, Action<string> report)
    {
        var read = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in written)
        {
            if (one.Split('=', 2) is [{ Length: > 0 } name, var address]
                && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true })
            {
                read[name] = uri;
            }
            else
            {
                report(one);
            }
        }

        return read;
    }
}
