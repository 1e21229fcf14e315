namespace Lexicon.Local.CloudFront;

/// <summary>
/// The path pattern of a behavior (developer guide of CloudFront, "Path pattern"): <c>*</c> stands for any characters,
/// <c>?</c> for exactly one, case counts, and a leading slash may be missing.
/// </summary>
internal sealed class PathPattern(string pattern)
{
    private readonly string _pattern = WithSlash(pattern);

    /// <summary>Whether the path of a request, as it came, matches the whole pattern.</summary>
    public bool Matches(string path)
    {
        // Greedy matching with one point to return to: linear in practice, never exponential.
        var (p, s) = (0, 0);
        var (star, resume) = (-1, 0);
        while (s < path.Length)
        {
            if (p < _pattern.Length && _pattern[p] == '*')
            {
                (star, resume) = (p++, s);
            }
            else if (p < _pattern.Length && (_pattern[p] == '?' || _pattern[p] == path[s]))
            {
                (p, s) = (p + 1, s + 1);
            }
            else if (star >= 0)
            {
                (p, s) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    public override string ToString() => _pattern;

    private static string WithSlash(string pattern) => pattern.StartsWith('/') || pattern.StartsWith('*') ? pattern : $"/{pattern}";
}
