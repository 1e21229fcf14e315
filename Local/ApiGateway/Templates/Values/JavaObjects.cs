namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>
/// Members and methods of values, by their Java names: those of <c>String</c>, <c>List</c>, <c>Map</c> and the numbers that templates
/// use (https://docs.oracle.com/javase/8/docs/api/java/lang/String.html and the pages beside it). No other class can be reached.
/// </summary>
internal static class JavaObjects
{
    /// <summary>What methods return where there is none of that name.</summary>
    public static object None { get; } = new();

    /// <summary>A member; false: there is none of that name.</summary>
    public static bool TryGet(object target, string name, out object? value)
    {
        if (target is IJavaObject known)
        {
            return known.TryGet(name, out value);
        }

        value = (target, name) switch
        {
            (JavaMap map, _) => map.Get(name),
            (MapEntry entry, "key") => entry.Key,
            (MapEntry entry, "value") => entry.Value,
            (JavaList list, "empty") => list.Count is 0,
            (string text, "empty") => text.Length is 0,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>An item of a list or a map; false: there is none.</summary>
    public static bool TryIndex(object target, object? index, out object? value)
    {
        value = (target, index) switch
        {
            (JavaList list, int place) => Item(list, place < 0 ? list.Count + place : place),
            (JavaMap map, string key) => map.Get(key),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Calls a method; false: there is none of that name with these arguments.</summary>
    public static bool TryCall(object target, string name, object?[] arguments, Rendering rendering, out object? value)
    {
        rendering.Step();
        if (target is IJavaObject known)
        {
            return known.TryCall(name, arguments, rendering, out value);
        }

        try
        {
            value = Call(target, name, arguments, rendering);
        }
        catch (Exception mistake) when (mistake is ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new TemplateException($"the method '{name}' fails: {mistake.Message}");
        }

        return !ReferenceEquals(value, None);
    }

    /// <summary>An item of a list.</summary>
    /// <exception cref="TemplateException">There is none there.</exception>
    public static object? Item(JavaList list, int index) => index >= 0 && index < list.Count
        ? list[index]
        : throw new TemplateException($"a list has no item {index}");

    private static object? Call(object target, string name, object?[] arguments, Rendering rendering)
    {
        var specific = target switch
        {
            string text => JavaStrings.Call(text, name, arguments, rendering),
            JavaList list => JavaLists.Call(list, name, arguments, rendering),
            JavaMap map => JavaMaps.Call(map, name, arguments, rendering),
            MapEntry entry => (name, arguments) switch
            {
                ("getKey", []) => entry.Key,
                ("getValue", []) => entry.Value,
                _ => None,
            },
            _ => JavaScalars.Call(target, name, arguments),
        };
        return !ReferenceEquals(specific, None) ? specific : (name, arguments) switch
        {
            ("toString", []) => JavaText.Of(target, rendering),
            ("equals", [var other]) => JavaEquality.AreSame(target, other, rendering),
            ("hashCode", []) => JavaStrings.HashCode(JavaText.Of(target, rendering)),
            _ => None,
        };
    }
}
