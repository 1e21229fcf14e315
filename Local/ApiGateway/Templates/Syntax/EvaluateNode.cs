using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#evaluate</c>: renders a text as a template.</summary>
internal sealed class EvaluateNode(Expression text) : Node
{
    public override Flow Render(Rendering rendering) => text.Evaluate(rendering) is { } value
        ? rendering.Nested(new TemplateReader(JavaText.Of(value, rendering)).Read())
        : Flow.Next;
}
