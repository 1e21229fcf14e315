using System.Text;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// A value of a policy: text, wildcards and policy variables such as <c>${aws:PrincipalArn}</c>, also with a default, <c>${aws:username,
/// 'nobody'}</c>, and the escapes <c>${*}</c>, <c>${?}</c>, <c>${$}</c>
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
/// </summary>
internal sealed class Pattern
{
    private readonly List<(string Text, string? Variable, string? Default)> _parts = [];

    private Pattern(string source) => Source = source;

    /// <summary>The value as it stands in the policy.</summary>
    public string Source { get; }

    /// <summary>Reads a value as it stands in a policy.</summary>
    /// <param name="text">The value.</param>
    /// <param name="variables">Whether variables are resolved: policies of version 2012-10-17 only.</param>
    /// <exception cref="FormatException">A variable is not closed.</exception>
    public static Pattern Parse(string text, bool variables)
    {
        var pattern = new Pattern(text);
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (!variables || text[i] != '$' || i + 1 >= text.Length || text[i + 1] != '{')
            {
                literal.Append(text[i] switch { '*' => Wildcard.Many, '?' => Wildcard.One, var other => other });
                continue;
            }

            var end = text.IndexOf('}', i);
            if (end < 0)
            {
                throw new FormatException($"the policy variable in '{text}' has no closing brace");
            }

            var name = text[(i + 2)..end];
            if (name is "*" or "?" or "$")
            {
                literal.Append(name);
            }
            else
            {
                pattern._parts.Add((literal.ToString(), null, null));
                literal.Clear();
                pattern._parts.Add(Variable(name));
            }

            i = end;
        }

        pattern._parts.Add((literal.ToString(), null, null));
        return pattern;
    }

    /// <summary>The condition keys that the variables name.</summary>
    public IEnumerable<string> Variables => _parts.Where(part => part.Variable is not null).Select(part => part.Variable!);

    /// <summary>
    /// The pattern with its variables filled in, its wildcards as <see cref="Wildcard.Many"/> and <see cref="Wildcard.One"/>;
    /// null when a variable has no value and no default, or more than one value: then the value matches nothing.
    /// </summary>
    public string? Resolve(RequestKeys keys)
    {
        if (_parts.Count == 1)
        {
            return _parts[0].Text;
        }

        var resolved = new StringBuilder();
        foreach (var (text, variable, fallback) in _parts)
        {
            if (variable is null)
            {
                resolved.Append(text);
            }
            else if (keys.Find(variable) is [var value])
            {
                resolved.Append(value);
            }
            else if (fallback is not null)
            {
                resolved.Append(fallback);
            }
            else
            {
                return null;
            }
        }

        return resolved.ToString();
    }

    private static (string Text, string? Variable, string? Default) Variable(string inside)
    {
        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        return comma < 0
            ? ("", inside.Trim(), null)
            : ("", inside[..comma].Trim(), inside[(comma + 1)..].Trim().Trim('\''));
    }
}
