namespace Lexicon.Functions.Modelling;

/// <summary>
/// Conditions of declared attributes, with values of their types
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html). A value need not be one
/// that there may be: then the condition does not hold. <c>named</c> is what an expression calls the value; otherwise the attribute's name.
/// </summary>
internal static class FieldConditions
{
    public static Expression Exists<TEntity, TValue>(this Field<TEntity, TValue> field) => AttributeConditions.Exists(field.Name);

    public static Expression IsAbsent<TEntity, TValue>(this Field<TEntity, TValue> field) => AttributeConditions.IsAbsent(field.Name);

    public static Expression Is<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare("=", value, named);

    public static Expression IsNot<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare("<>", value, named);

    public static Expression IsBelow<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare("<", value, named);

    public static Expression IsAtMost<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare("<=", value, named);

    public static Expression IsAbove<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare(">", value, named);

    public static Expression IsAtLeast<TEntity, TValue>(this Field<TEntity, TValue> field, TValue value, string? named = null) =>
        field.Compare(">=", value, named);

    /// <summary>From the one to the other, both included.</summary>
    public static Expression IsBetween<TEntity, TValue>(this Field<TEntity, TValue> field, TValue from, TValue to) => new(
        $"#{field.Name} BETWEEN :{field.Name}From AND :{field.Name}To",
        new() { [$":{field.Name}From"] = field.Compared(from), [$":{field.Name}To"] = field.Compared(to) });

    /// <summary>One of some values: at least one, and at most 100, as DynamoDB has it.</summary>
    public static Expression IsOneOf<TEntity, TValue>(this Field<TEntity, TValue> field, IEnumerable<TValue> values)
    {
        var accepted = values
            .Select((value, at) => KeyValuePair.Create($":{field.Name}{at}", field.Compared(value)))
            .ToDictionary();
        return new($"#{field.Name} IN ({string.Join(", ", accepted.Keys)})", accepted);
    }

    /// <summary>A text begins like that.</summary>
    public static Expression BeginsWith<TEntity>(this Field<TEntity, string> field, string prefix) => new(
        $"begins_with(#{field.Name}, :{field.Name})", new() { [$":{field.Name}"] = new(prefix) });

    /// <summary>A text holds another, or a list or set of texts holds one.</summary>
    public static Expression Contains<TEntity, TValue>(this Field<TEntity, TValue> field, string part) => new(
        $"contains(#{field.Name}, :{field.Name})", new() { [$":{field.Name}"] = new(part) });

    private static Expression Compare<TEntity, TValue>(this Field<TEntity, TValue> field, string sign, TValue value, string? named)
    {
        var placeholder = $":{named ?? field.Name}";
        return new($"#{field.Name} {sign} {placeholder}", new() { [placeholder] = field.Compared(value) });
    }
}
