namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A string in double quotes, which is a template itself.</summary>
internal sealed class InterpolatedString(Block block) : Expression
{
    public override object Evaluate(Rendering rendering) => rendering.Capture(block);
}
