namespace Lexicon.Functions.Modelling;

/// <summary>What is done with attributes by name, whatever they are of.</summary>
internal static class Items
{
    /// <summary>The item itself, with more attributes.</summary>
    public static Item With(this Item item, Item more)
    {
        foreach (var (name, value) in more)
        {
            item[name] = value;
        }

        return item;
    }
}
