namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A variable, and what is asked of it: <c>$name.member.method(arguments)[index]</c>.</summary>
internal sealed class Reference(string name, IReadOnlyList<ReferenceStep> steps)
{
    // What is missing in these is empty text, never the source of the reference.
    private static readonly string[] OfApiGateway = ["input", "context", "stageVariables", "util"];

    /// <summary>The name of the variable.</summary>
    public string Name => name;

    /// <summary>Whether it is a variable alone.</summary>
    public bool IsVariable => steps.Count is 0;

    /// <summary>Finds the value. False: it has none, and the reference is text.</summary>
    public bool TryEvaluate(Rendering rendering, out object? value)
    {
        rendering.Step();
        if (!rendering.TryGet(name, out value))
        {
            return false;
        }

        foreach (var step in steps)
        {
            if (value is null || !step.TryEvaluate(value, rendering, out value))
            {
                value = null;
                break;
            }
        }

        return value is not null || OfApiGateway.Contains(name);
    }

    /// <summary>Sets the variable, or the member of a map that it leads to.</summary>
    public void Assign(Rendering rendering, object value)
    {
        if (IsVariable)
        {
            rendering.Set(name, value);
        }
        else if (new Reference(name, [.. steps.SkipLast(1)]).TryEvaluate(rendering, out var holder) && holder is not null)
        {
            steps[^1].Assign(holder, value, rendering);
        }
    }
}
