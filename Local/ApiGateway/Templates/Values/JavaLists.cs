namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>The methods of a list (https://docs.oracle.com/javase/8/docs/api/java/util/List.html).</summary>
internal static class JavaLists
{
    /// <summary>What a method returns, or <see cref="JavaObjects.None"/>.</summary>
    public static object? Call(JavaList list, string name, object?[] arguments, Rendering rendering) => (name, arguments) switch
    {
        ("size" or "length", []) => list.Count,
        ("isEmpty", []) => list.Count is 0,
        ("get", [int index]) => JavaObjects.Item(list, index),
        ("contains", [var item]) => IndexOf(list, item, rendering) >= 0,
        ("containsAll", [JavaList items]) => items.All(item => IndexOf(list, item, rendering) >= 0),
        ("indexOf", [var item]) => IndexOf(list, item, rendering),
        ("lastIndexOf", [var item]) => LastIndexOf(list, item, rendering),
        ("add", [var item]) => Add(list, [item]),
        ("add", [int index, var item]) => Insert(list, index, item),
        ("addAll", [JavaList items]) => Add(list, [.. items]),
        ("set", [int index, var item]) => Set(list, index, item),
        ("remove", [int index]) => RemoveAt(list, index),
        ("remove", [var item]) => Remove(list, item, rendering),
        ("clear", []) => Clear(list),
        ("subList", [int start, int end]) => new JavaList(list.ToList()[start..end]) { IsJson = list.IsJson },
        ("iterator", []) => new JavaIterator([.. list]),
        ("toArray", []) => new JavaList(list),
        _ => JavaObjects.None,
    };

    private static int IndexOf(JavaList list, object? item, Rendering rendering)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (JavaEquality.AreSame(list[index], item, rendering))
            {
                return index;
            }
        }

        return -1;
    }

    private static int LastIndexOf(JavaList list, object? item, Rendering rendering)
    {
        for (var index = list.Count - 1; index >= 0; index--)
        {
            if (JavaEquality.AreSame(list[index], item, rendering))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Add(JavaList list, object?[] items)
    {
        foreach (var item in items)
        {
            list.Add(item);
        }

        return items.Length > 0;
    }

    private static string Insert(JavaList list, int index, object? item)
    {
        list.Insert(index, item);
        return "";
    }

    private static object? Set(JavaList list, int index, object? item)
    {
        var before = JavaObjects.Item(list, index);
        list[index] = item;
        return before;
    }

    private static object? RemoveAt(JavaList list, int index)
    {
        var before = JavaObjects.Item(list, index);
        list.RemoveAt(index);
        return before;
    }

    private static bool Remove(JavaList list, object? item, Rendering rendering)
    {
        var index = IndexOf(list, item, rendering);
        if (index >= 0)
        {
            list.RemoveAt(index);
        }

        return index >= 0;
    }

    private static string Clear(JavaList list)
    {
        list.Clear();
        return "";
    }
}
