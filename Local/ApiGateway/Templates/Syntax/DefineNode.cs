using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#define</c>: a variable whose value is rendered whenever it is written.</summary>
internal sealed class DefineNode(string name, Block body) : Node
{
    public override Flow Render(Rendering rendering)
    {
        rendering.Set(name, new DefinedBlock(body));
        return Flow.Next;
    }
}
