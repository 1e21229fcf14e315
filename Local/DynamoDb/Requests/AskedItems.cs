using System.Text.RegularExpressions;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>What a request asks for: one item by its key, or those of a key condition; written as people write it down.</summary>
/// <param name="Operation">Such as <c>GetItem</c>; of a batch or a transaction, that of its part.</param>
/// <param name="Table">The table's name.</param>
/// <param name="Index">The index; null: the table itself.</param>
/// <param name="Keys">What is asked of each attribute of the key, the partition key first.</param>
/// <param name="Condition">On what a write depends, with its names resolved and its values left out; null: on nothing.</param>
internal sealed partial record AskedItems(
    string Operation, string Table, string? Index, IReadOnlyList<AskedItems.KeyPart> Keys, string? Condition)
{
    private const int LongestValue = 200;

    /// <summary>The key condition, with the values as <see cref="Shown"/> has them: <c>pk = A#1 AND begins_with(sk, B#)</c>.</summary>
    public string Words => string.Join(" AND ", Keys.Select(part => part.Write(Shown(part.Attribute, part.Values))));

    /// <summary>The same without values: <c>pk = ? AND begins_with(sk, ?)</c>.</summary>
    public string Form => string.Join(" AND ", Keys.Select(part => part.Write([.. part.Values.Select(static _ => "?")])));

    /// <summary>
    /// Values of an attribute as they may be kept: cut where they are long, without what only their sender may know. That is what a secret
    /// name, of the attribute or within the value, stands before: of <c>TICKET#1234</c> the number.
    /// </summary>
    public static IReadOnlyList<string> Shown(string attribute, IReadOnlyList<string> values) =>
    [
        .. values.Select(value => SecretNames.Contain(attribute) ? SecretText.Hidden
            : value.Length > LongestValue ? $"{Hide(value[..LongestValue])}..."
            : Hide(value)),
    ];

    private static string Hide(string value)
    {
        foreach (var part in Named().Matches(value).Cast<Match>())
        {
            if (SecretNames.Contain(part.Groups[1].Value))
            {
                return $"{value[..(part.Index + part.Length)]}{SecretText.Hidden}";
            }
        }

        return value;
    }

    [GeneratedRegex("([A-Za-z_-]+)[#:|/]")]
    private static partial Regex Named();

    /// <summary>What is asked of one attribute of a key.</summary>
    /// <param name="Attribute">Its name.</param>
    /// <param name="Comparison">An operator, <c>BETWEEN</c> or <c>begins_with</c>.</param>
    /// <param name="Values">The values: two of <c>BETWEEN</c>, else one.</param>
    internal sealed record KeyPart(string Attribute, string Comparison, IReadOnlyList<string> Values)
    {
        /// <summary>The part as an expression with some texts in place of the values.</summary>
        public string Write(IReadOnlyList<string> values) => Comparison switch
        {
            "begins_with" => $"begins_with({Attribute}, {values[0]})",
            "BETWEEN" => $"{Attribute} BETWEEN {values[0]} AND {values[1]}",
            _ => $"{Attribute} {Comparison} {values[0]}",
        };
    }
}
