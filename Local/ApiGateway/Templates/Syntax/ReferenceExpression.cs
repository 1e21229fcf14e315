namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A reference where a value is needed.</summary>
internal sealed class ReferenceExpression(Reference reference) : Expression
{
    public override object? Evaluate(Rendering rendering) => reference.TryEvaluate(rendering, out var value) ? value : null;
}
