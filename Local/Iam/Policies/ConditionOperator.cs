using System.Globalization;
using System.Net;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// A comparison of the <c>Condition</c> element
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
/// </summary>
/// <param name="Name">Such as <c>StringLike</c>.</param>
/// <param name="Negated">Whether it holds when nothing matches, and when the key is absent.</param>
/// <param name="Matches">Compares a value of the policy, wildcards resolved, with a value of the request.</param>
internal sealed record ConditionOperator(string Name, bool Negated, Func<string, string, bool> Matches)
{
    private static readonly Dictionary<string, ConditionOperator> All = Build().ToDictionary(entry => entry.Name);

    /// <summary>Whether it is <c>Null</c>, which asks for the presence of the key.</summary>
    public bool TestsPresence => Name == "Null";

    /// <summary>The operator with this name, without qualifier and <c>IfExists</c>; null when there is none.</summary>
    public static ConditionOperator? Find(string name) => All.GetValueOrDefault(name);

    private static IEnumerable<ConditionOperator> Build() =>
    [
        .. Pair("StringEquals", "StringNotEquals", static (expected, actual) => Plain(expected) == actual),
        .. Pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
            static (expected, actual) => string.Equals(Plain(expected), actual, StringComparison.OrdinalIgnoreCase)),
        .. Pair("StringLike", "StringNotLike", static (expected, actual) => Wildcard.IsMatchResolved(expected, actual)),
        .. Pair("ArnEquals", "ArnNotEquals", Arns.IsMatch),
        .. Pair("ArnLike", "ArnNotLike", Arns.IsMatch),
        .. Pair("NumericEquals", "NumericNotEquals", Numeric(static order => order == 0)),
        new("NumericLessThan", false, Numeric(static order => order < 0)),
        new("NumericLessThanEquals", false, Numeric(static order => order <= 0)),
        new("NumericGreaterThan", false, Numeric(static order => order > 0)),
        new("NumericGreaterThanEquals", false, Numeric(static order => order >= 0)),
        .. Pair("DateEquals", "DateNotEquals", Date(static order => order == 0)),
        new("DateLessThan", false, Date(static order => order < 0)),
        new("DateLessThanEquals", false, Date(static order => order <= 0)),
        new("DateGreaterThan", false, Date(static order => order > 0)),
        new("DateGreaterThanEquals", false, Date(static order => order >= 0)),
        new("Bool", false, static (expected, actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)),
        new("BinaryEquals", false, static (expected, actual) => Plain(expected) == actual),
        .. Pair("IpAddress", "NotIpAddress", InRange),
        new("Null", false, static (_, _) => false),
    ];

    private static IEnumerable<ConditionOperator> Pair(string name, string negation, Func<string, string, bool> matches) =>
        [new(name, false, matches), new(negation, true, matches)];

    // Stars and question marks are ordinary characters to the operators that do not say "Like".
    private static string Plain(string resolved) => resolved.Replace(Wildcard.Many, '*').Replace(Wildcard.One, '?');

    private static Func<string, string, bool> Numeric(Func<int, bool> holds) => (expected, actual) =>
        decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
        && decimal.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
        && holds(left.CompareTo(right));

    private static Func<string, string, bool> Date(Func<int, bool> holds) => (expected, actual) =>
        Moment(expected) is { } right && Moment(actual) is { } left && holds(left.CompareTo(right));

    // A date is ISO 8601 or seconds since 1970.
    private static DateTimeOffset? Moment(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds is > -62135596800 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null
            : DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static bool InRange(string expected, string actual)
    {
        if (!IPAddress.TryParse(actual, out var address))
        {
            return false;
        }

        address = ClientAddress.Unmap(address);
        return expected.Contains('/', StringComparison.Ordinal)
            ? IPNetwork.TryParse(expected, out var network) && network.Contains(address)
            : IPAddress.TryParse(expected, out var single) && single.Equals(address);
    }
}
