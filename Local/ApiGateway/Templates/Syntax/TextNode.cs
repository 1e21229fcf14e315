namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>Text that is written as it is.</summary>
internal sealed class TextNode(string text) : Node
{
    public override Flow Render(Rendering rendering)
    {
        rendering.Write(text);
        return Flow.Next;
    }
}
