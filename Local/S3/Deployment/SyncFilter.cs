using System.Text;
using System.Text.RegularExpressions;

namespace Lexicon.Local.S3.Deployment;

/// <summary>
/// The filters of <c>aws s3 sync</c> (https://docs.aws.amazon.com/cli/latest/reference/s3/index.html#use-of-exclude-and-include-filters):
/// everything is included, then excludes and includes apply in that order, and the last that matches wins.
/// </summary>
internal sealed class SyncFilter(IEnumerable<string> exclude, IEnumerable<string> include)
{
    private readonly (Regex Pattern, bool Includes)[] _rules =
    [
        .. exclude.Select(pattern => (Compile(pattern), false)),
        .. include.Select(pattern => (Compile(pattern), true)),
    ];

    /// <summary>Whether a path, relative to source or destination, takes part.</summary>
    public bool Takes(string path)
    {
        var takes = true;
        foreach (var (pattern, includes) in _rules)
        {
            if (pattern.IsMatch(path))
            {
                takes = includes;
            }
        }

        return takes;
    }

    // Shell patterns in which the asterisk crosses slashes.
    private static Regex Compile(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', Math.Min(i + 2, pattern.Length)) : -1;
            if (close > 0)
            {
                var inside = pattern[(i + 1)..close].Replace("\\", "\\\\", StringComparison.Ordinal).Replace(
                    "[", "\\[", StringComparison.Ordinal);
                expression.Append('[').Append(inside.StartsWith('!') ? $"^{inside[1..]}" : inside).Append(']');
                i = close;
            }
            else
            {
                expression.Append(pattern[i] switch
                {
                    '*' => ".*",
                    '?' => ".",
                    var c => Regex.Escape(c.ToString()),
                });
            }
        }

        return new(
            expression.Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
