namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary><c>#set</c>: writes nothing; a value that is null changes nothing, as in Velocity.</summary>
internal sealed class SetNode(Reference target, Expression value) : Node
{
    public override Flow Render(Rendering rendering)
    {
        if (value.Evaluate(rendering) is { } set)
        {
            target.Assign(rendering, set);
        }

        return Flow.Next;
    }
}
