namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary><c>$foreach</c>, where a loop is.</summary>
internal sealed class LoopState(int index, int count, LoopState? outer) : IJavaObject
{
    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => index,
            "count" => index + 1,
            "hasNext" => index + 1 < count,
            "first" => index == 0,
            "last" => index + 1 == count,
            "parent" => outer,
            "topmost" => Topmost(),
            _ => null,
        };
        return value is not null;
    }

    public bool TryCall(string name, object?[] arguments, Rendering rendering, out object? value)
    {
        value = null;
        return arguments is [] && name switch
        {
            "getIndex" => TryGet("index", out value),
            "getCount" => TryGet("count", out value),
            "hasNext" => TryGet("hasNext", out value),
            "isFirst" => TryGet("first", out value),
            "isLast" => TryGet("last", out value),
            _ => false,
        };
    }

    private LoopState Topmost() => outer?.Topmost() ?? this;
}
