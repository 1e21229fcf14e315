namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A part of a template that has a value.</summary>
internal abstract class Expression
{
    /// <summary>The value; null: it has none.</summary>
    public abstract object? Evaluate(Rendering rendering);

    /// <summary>Whether a condition holds: all that is neither false nor null is true.</summary>
    public bool IsTrue(Rendering rendering) => Evaluate(rendering) is not (null or false);
}
