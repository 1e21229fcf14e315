namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A number, a boolean, or a string in single quotes.</summary>
internal sealed class Literal(object value) : Expression
{
    public override object Evaluate(Rendering rendering) => value;
}
