namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>Parts one after the other.</summary>
internal sealed class Block(IReadOnlyList<Node> nodes) : Node
{
    public override Flow Render(Rendering rendering)
    {
        foreach (var node in nodes)
        {
            rendering.Step();
            if (node.Render(rendering) is var flow and not Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}
