using System.Text;

namespace Lexicon.Local.Aws.Patterns.Matchers;

/// <summary>
/// <c>wildcard</c>: a text in which <c>*</c> may be anything; behind a backslash it is a star
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching).
/// </summary>
internal sealed class WildcardText : TextMatcher
{
    private readonly string _resolved;

    private WildcardText(string resolved) => _resolved = resolved;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ArgumentException">It is not one; the message is AWS's.</exception>
    public static WildcardText Parse(string expression)
    {
        var resolved = new StringBuilder(expression.Length);
        for (var at = 0; at < expression.Length; at++)
        {
            var next = at + 1 < expression.Length ? expression[at + 1] : '\0';
            resolved.Append(expression[at] switch
            {
                // AWS counts from the quotation mark.
                '*' when next == '*' => throw new ArgumentException($"Consecutive wildcard characters at pos {at + 1}"),
                '*' => Wildcard.Many,
                '\\' when next is '*' or '\\' => expression[++at],
                '\\' => throw new ArgumentException($"Invalid escape character at pos {at + 1}"),
                var other => other,
            });
        }

        return new WildcardText(resolved.ToString());
    }

    protected override bool Matches(string text) => Wildcard.IsMatchResolved(_resolved, text);
}
