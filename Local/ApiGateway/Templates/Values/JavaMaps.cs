namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>The methods of a map (https://docs.oracle.com/javase/8/docs/api/java/util/Map.html).</summary>
internal static class JavaMaps
{
    /// <summary>What a method returns, or <see cref="JavaObjects.None"/>.</summary>
    public static object? Call(JavaMap map, string name, object?[] arguments, Rendering rendering) => (name, arguments) switch
    {
        ("get", [var key]) => map.Get(Key(key, rendering)),
        ("getOrDefault", [var key, var other]) => map.Has(Key(key, rendering)) ? map.Get(Key(key, rendering)) : other,
        ("put", [var key, var value]) => map.Put(Key(key, rendering), value),
        ("putAll", [JavaMap other]) => PutAll(map, other),
        ("putIfAbsent", [var key, var value]) => map.Has(Key(key, rendering)) ? map.Get(Key(key, rendering)) : map.Put(
            Key(key, rendering), value),
        ("size", []) => map.Count,
        ("isEmpty", []) => map.Count is 0,
        ("containsKey", [var key]) => map.Has(Key(key, rendering)),
        ("containsValue", [var value]) => map.Values.Any(one => JavaEquality.AreSame(one, value, rendering)),
        ("keySet", []) => new JavaList(map.Keys),
        ("values", []) => new JavaList(map.Values),
        ("entrySet", []) => new JavaList(map.Entries.Select(entry => new MapEntry(entry.Key, entry.Value))),
        ("remove", [var key]) => map.Remove(Key(key, rendering)),
        ("clear", []) => Clear(map),
        _ => JavaObjects.None,
    };

    private static string Key(object? key, Rendering rendering) => JavaText.Of(key, rendering);

    private static string PutAll(JavaMap map, JavaMap other)
    {
        foreach (var (key, value) in other.Entries.ToList())
        {
            map.Put(key, value);
        }

        return "";
    }

    private static string Clear(JavaMap map)
    {
        map.Clear();
        return "";
    }
}
