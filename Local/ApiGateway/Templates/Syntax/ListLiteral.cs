using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A list such as <c>[1, $x]</c>.</summary>
internal sealed class ListLiteral(IReadOnlyList<Expression> items) : Expression
{
    public override object Evaluate(Rendering rendering) => new JavaList(items.Select(item => item.Evaluate(rendering)));
}
