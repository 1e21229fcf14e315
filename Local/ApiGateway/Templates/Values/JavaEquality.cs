namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>Equality as Velocity has it: numbers by value, what differs in kind by its text.</summary>
internal static class JavaEquality
{
    /// <summary>Whether two values are equal.</summary>
    public static bool AreEqual(object? one, object? other, Rendering rendering)
    {
        rendering.Step();
        return (one, other) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            (string text, string another) => text == another,
            (bool boolean, bool another) => boolean == another,
            (JavaList list, JavaList another) =>
                list.Count == another.Count && JavaText.Of(list, rendering) == JavaText.Of(another, rendering),
            (JavaMap map, JavaMap another) => map.Count == another.Count && map.Entries.All(
                entry => another.Has(entry.Key) && JavaText.Of(entry.Value, rendering) == JavaText.Of(another.Get(entry.Key), rendering)),
            _ when JavaNumbers.IsNumber(one) && JavaNumbers.IsNumber(other) => JavaNumbers.Compare(one, other) == 0,
            _ => JavaText.Of(one, rendering) == JavaText.Of(other, rendering),
        };
    }

    /// <summary>Whether two values are equal as Java's <c>equals</c> has it: what differs in kind never is.</summary>
    public static bool AreSame(object? one, object? other, Rendering rendering) =>
        one?.GetType() == other?.GetType() && AreEqual(one, other, rendering);
}
