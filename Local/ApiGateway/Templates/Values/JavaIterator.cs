namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>What <c>iterator()</c> returns.</summary>
internal sealed class JavaIterator(IReadOnlyList<object?> items) : IJavaObject
{
    private int _next;

    /// <summary>What is left; nothing is left afterwards.</summary>
    public IReadOnlyList<object?> TakeRest()
    {
        var rest = items.Skip(_next).ToList();
        _next = items.Count;
        return rest;
    }

    public bool TryGet(string name, out object? value)
    {
        value = null;
        return false;
    }

    public bool TryCall(string name, object?[] arguments, Rendering rendering, out object? value)
    {
        value = (name, arguments) switch
        {
            ("hasNext", []) => _next < items.Count,
            ("next", []) => _next < items.Count ? items[_next++] : throw new TemplateException("an iterator has no next item"),
            _ => null,
        };
        return name is "hasNext" or "next";
    }
}
