namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#break</c> and <c>#stop</c>.</summary>
internal sealed class FlowNode(Flow flow) : Node
{
    public override Flow Render(Rendering rendering) => flow;
}
