using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>The integers from one to another, up or down: <c>[1..3]</c>.</summary>
internal sealed class RangeLiteral(Expression first, Expression last) : Expression
{
    // Loops end after 1,000 items; nobody needs a list of millions.
    private const int Longest = 100_000;

    public override object? Evaluate(Rendering rendering)
    {
        if (first.Evaluate(rendering) is not (int or long) || last.Evaluate(rendering) is not (int or long))
        {
            return null;
        }

        var (from, to) = (JavaNumbers.ToLong(first.Evaluate(rendering)!), JavaNumbers.ToLong(last.Evaluate(rendering)!));
        if (Math.Abs((decimal)to - from) >= Longest)
        {
            throw new TemplateException($"a range from {from} to {to} is too long");
        }

        var step = from <= to ? 1 : -1;
        var numbers = new JavaList();
        for (var number = from; number != to + step; number += step)
        {
            numbers.Add((int)number);
        }

        return numbers;
    }
}
