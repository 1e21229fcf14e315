namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// One operator with one key of a <c>Condition</c> block
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html).
/// </summary>
/// <param name="Operator">The comparison.</param>
/// <param name="Qualifier">How a key with several values is compared.</param>
/// <param name="IfExists">Whether the condition holds when the request does not have the key.</param>
/// <param name="Key">The condition key.</param>
/// <param name="Values">The values in the policy, any of which may match.</param>
internal sealed record Condition(
    ConditionOperator Operator, SetQualifier Qualifier, bool IfExists, string Key, IReadOnlyList<Pattern> Values)
{
    /// <summary>Whether the condition holds for a request.</summary>
    public bool Holds(RequestKeys keys)
    {
        var present = keys.Find(Key);
        if (Operator.TestsPresence)
        {
            var absent = present is null or [] ? "true" : "false";
            return Values.Any(value => string.Equals(value.Resolve(keys), absent, StringComparison.OrdinalIgnoreCase));
        }

        // To the qualifiers an empty text is no value, either.
        if (present is null or [] || (Qualifier != SetQualifier.None && present.All(value => value.Length == 0)))
        {
            return (IfExists && present is null or []) || Qualifier switch
            {
                SetQualifier.ForAllValues => true,
                SetQualifier.ForAnyValue => false,
                _ => Operator.Negated,
            };
        }

        return Qualifier switch
        {
            SetQualifier.ForAllValues => present.All(value => Matches(value, keys)),
            SetQualifier.ForAnyValue => present.Any(value => Matches(value, keys)),
            _ when Operator.Negated => present.All(value => Matches(value, keys)),
            _ => present.Any(value => Matches(value, keys)),
        };
    }

    // A negated operator holds for a value that matches none of the policy's values.
    private bool Matches(string value, RequestKeys keys) =>
        Operator.Negated != Values.Any(expected => expected.Resolve(keys) is { } resolved && Operator.Matches(resolved, value));
}
