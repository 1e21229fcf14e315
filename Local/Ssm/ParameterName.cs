using System.Text.RegularExpressions;

namespace Lexicon.Local.Ssm;

/// <summary>
/// What a parameter can be called: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html, in
/// "Requirements and constraints for parameter names".
/// </summary>
internal static partial class ParameterName
{
    private const int LongestArn = 1011;
    private const int MostLevels = 15;

    /// <summary>The ARN: a name that begins with a slash has no second one in it.</summary>
    public static string Arn(string name) => Account.Arn("ssm", $"parameter/{name.TrimStart('/')}");

    /// <summary>Why a parameter cannot have the name, as half a sentence; null where it can.</summary>
    public static string? WhyNot(string name) =>
        !Letters().IsMatch(name) ? "it must be of letters, digits and the symbols _.-/ alone"
        : name.Contains('/', StringComparison.Ordinal) && name[0] != '/' ? "it must begin with a slash, since it has one"
        : Reserved().IsMatch(name) ? "it must not begin with aws or ssm"
        : name.Count(letter => letter == '/') > MostLevels ? $"it must have {MostLevels} levels at most"
        : Arn(name).Length > LongestArn ? $"its ARN must have {LongestArn} characters at most"
        : null;

    [GeneratedRegex(@"\A[a-zA-Z0-9_.\-/]+\z")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\A/?(aws|ssm)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
