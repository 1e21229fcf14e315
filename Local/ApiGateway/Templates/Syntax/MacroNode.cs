namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#macro</c>: writes nothing.</summary>
internal sealed class MacroNode(string name, MacroDefinition macro) : Node
{
    public override Flow Render(Rendering rendering)
    {
        rendering.Macros.TryAdd(name, macro);
        return Flow.Next;
    }
}
