namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>The call of a macro; its source where there is none of that name yet.</summary>
internal sealed class MacroCallNode(string name, IReadOnlyList<Expression> arguments, string source) : Node
{
    public override Flow Render(Rendering rendering)
    {
        if (!rendering.Macros.TryGetValue(name, out var macro))
        {
            rendering.Write(source);
            return Flow.Next;
        }

        var values = macro.Parameters.Zip(arguments, (parameter, argument) => (parameter, argument.Evaluate(rendering))).ToList();
        var before = macro.Parameters
            .Select(parameter => (parameter, Known: rendering.TryGet(parameter, out var value), Value: value)).ToList();
        foreach (var (parameter, value) in values)
        {
            rendering.Set(parameter, value);
        }

        var flow = rendering.Nested(macro.Body);
        foreach (var (parameter, known, value) in before)
        {
            if (known)
            {
                rendering.Set(parameter, value);
            }
            else
            {
                rendering.Remove(parameter);
            }
        }

        return flow is Flow.Stop ? Flow.Stop : Flow.Next;
    }
}
