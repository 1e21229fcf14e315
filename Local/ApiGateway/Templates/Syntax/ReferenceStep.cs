using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>One thing that is asked of a value.</summary>
/// <param name="Name">The member or the method; null: an item by its index.</param>
/// <param name="Arguments">Of a method or an index; null: a member.</param>
internal sealed record ReferenceStep(string? Name, IReadOnlyList<Expression>? Arguments)
{
    /// <summary>Asks it. False: the value has nothing of that name.</summary>
    public bool TryEvaluate(object target, Rendering rendering, out object? value)
    {
        object?[] arguments = [.. (Arguments ?? []).Select(argument => argument.Evaluate(rendering))];
        return Name is null ? JavaObjects.TryIndex(target, arguments[0], out value)
            : Arguments is null ? JavaObjects.TryGet(target, Name, out value)
            : JavaObjects.TryCall(target, Name, arguments, rendering, out value);
    }

    /// <summary>Sets it; what cannot be set stays as it is.</summary>
    public void Assign(object target, object value, Rendering rendering)
    {
        switch (target)
        {
            case JavaMap map when Name is not null && Arguments is null:
                map.Put(Name, value);
                break;
            case JavaMap map when Name is null:
                map.Put(JavaText.Of(Arguments![0].Evaluate(rendering), rendering), value);
                break;
            case JavaList list when Name is null && Arguments![0].Evaluate(rendering) is int index && index >= 0 && index < list.Count:
                list[index] = value;
                break;
        }
    }
}
