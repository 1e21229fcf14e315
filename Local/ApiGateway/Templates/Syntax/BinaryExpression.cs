using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// Two values and what is between them (https://velocity.apache.org/engine/1.7/user-guide.html#conditionals): what differs in kind
/// is compared as text, and what cannot be calculated is null.
/// </summary>
internal sealed class BinaryExpression(string symbol, Expression left, Expression right) : Expression
{
    public override object? Evaluate(Rendering rendering) => symbol switch
    {
        "&&" => left.IsTrue(rendering) && right.IsTrue(rendering),
        "||" => left.IsTrue(rendering) || right.IsTrue(rendering),
        _ => Calculate(left.Evaluate(rendering), right.Evaluate(rendering), rendering),
    };

    private object? Calculate(object? one, object? other, Rendering rendering) => symbol switch
    {
        "==" => JavaEquality.AreEqual(one, other, rendering),
        "!=" => !JavaEquality.AreEqual(one, other, rendering),
        "+" when one is string || other is string => Rendering.Bounded(Text(left, one, rendering) + Text(right, other, rendering)),
        _ when !JavaNumbers.IsNumber(one) || !JavaNumbers.IsNumber(other) => symbol is "<" or "<=" or ">" or ">=" ? false : null,
        "<" => JavaNumbers.Compare(one!, other!) < 0,
        "<=" => JavaNumbers.Compare(one!, other!) <= 0,
        ">" => JavaNumbers.Compare(one!, other!) > 0,
        ">=" => JavaNumbers.Compare(one!, other!) >= 0,
        _ => JavaNumbers.Calculate(symbol[0], one!, other!),
    };

    // Beside a text, a reference without a value is its own source.
    private static string Text(Expression operand, object? value, Rendering rendering) =>
        value is null ? (operand as ReferenceExpression)?.Source ?? "null" : JavaText.Of(value, rendering);
}
