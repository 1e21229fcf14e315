namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>What <c>#foreach</c> goes through.</summary>
internal static class JavaCollections
{
    /// <summary>The items of a list or an iterator, the values of a map; nothing of anything else.</summary>
    public static IReadOnlyList<object?> Iterate(object? value) => value switch
    {
        JavaList list => [.. list],
        JavaMap map => [.. map.Values],
        JavaIterator iterator => iterator.TakeRest(),
        _ => [],
    };
}
