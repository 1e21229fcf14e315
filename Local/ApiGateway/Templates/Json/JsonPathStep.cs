using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>A step of a path: what it selects of one value.</summary>
/// <param name="IsDefinite">Whether it selects one value at most.</param>
/// <param name="Select">What it selects of a value.</param>
internal sealed record JsonPathStep(bool IsDefinite, Func<object?, JsonQuery, IEnumerable<object?>> Select)
{
    /// <summary>Members by name, as <c>.name</c> and <c>['a','b']</c>.</summary>
    public static JsonPathStep Members(IReadOnlyList<string> names) => new(
        names.Count is 1, (value, _) => value is JavaMap map ? names.Where(map.Has).Select(name => Raw(map, name)) : []);

    /// <summary>Members by name at the end of a path, <c>['a','b']</c>: together they are one map.</summary>
    public static JsonPathStep Merged(IReadOnlyList<string> names) => new(true, (value, _) => value is JavaMap map ? [Of(map, names)] : []);

    /// <summary>Items by index, from the end where it is negative.</summary>
    public static JsonPathStep Items(IReadOnlyList<int> indexes) => new(
        indexes.Count is 1,
        (value, _) => value is JavaList list
            ? indexes.Select(index => index < 0 ? list.Count + index : index)
                .Where(index => index >= 0 && index < list.Count).Select(index => list[index])
            : []);

    /// <summary>Items from one index up to another.</summary>
    public static JsonPathStep Slice(int? start, int? end) => new(
        false,
        (value, _) => value is JavaList list ? list.Take(new Range(Place(start ?? 0, list), Place(end ?? list.Count, list))) : []);

    /// <summary>All members or items.</summary>
    public static JsonPathStep All { get; } = new(false, (value, query) => Children(value).Select(query.Visit));

    /// <summary>A step on a value and on everything below it.</summary>
    public static JsonPathStep Below(JsonPathStep step) =>
        new(false, (value, query) => Descendants(value, query).SelectMany(one => step.Select(one, query)));

    /// <summary>The items that a condition holds for, or the value itself where it is not a list.</summary>
    public static JsonPathStep Filter(Func<object?, JsonQuery, bool> condition) => new(
        false,
        (value, query) => (value is JavaList list ? list : value is JavaMap ? [value] : Enumerable.Empty<object?>())
            .Where(one => condition(query.Visit(one), query)));

    private static JavaMap Of(JavaMap map, IEnumerable<string> names)
    {
        var merged = new JavaMap { MissingIsEmpty = map.MissingIsEmpty };
        foreach (var name in names.Where(map.Has))
        {
            merged.Put(name, Raw(map, name));
        }

        return merged;
    }

    private static object? Raw(JavaMap map, string name) => map.Entries.First(entry => entry.Key == name).Value;

    private static int Place(int index, JavaList list) => Math.Clamp(index < 0 ? list.Count + index : index, 0, list.Count);

    private static IEnumerable<object?> Children(object? value) => value switch
    {
        JavaMap map => map.Values,
        JavaList list => list,
        _ => [],
    };

    private static IEnumerable<object?> Descendants(object? value, JsonQuery query) =>
        Children(value).SelectMany(child => Descendants(child, query)).Prepend(query.Visit(value));
}
