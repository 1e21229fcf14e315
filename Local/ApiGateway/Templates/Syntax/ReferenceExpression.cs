namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A reference where a value is needed.</summary>
/// <param name="reference">What is referred to.</param>
/// <param name="source">How it is written.</param>
internal sealed class ReferenceExpression(Reference reference, string source) : Expression
{
    /// <summary>How it is written.</summary>
    public string Source => source;

    public override object? Evaluate(Rendering rendering) => reference.TryEvaluate(rendering, out var value) ? value : null;
}
