namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>!</c> and <c>not</c>.</summary>
internal sealed class NotExpression(Expression operand) : Expression
{
    public override object Evaluate(Rendering rendering) => !operand.IsTrue(rendering);
}
