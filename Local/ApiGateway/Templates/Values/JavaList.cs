using System.Collections.ObjectModel;

namespace Lexicon.Local.ApiGateway.Templates.Values;

/// <summary>A list.</summary>
internal sealed class JavaList : Collection<object?>
{
    private const int Longest = 100_000;

    /// <summary>An empty list.</summary>
    public JavaList()
    {
    }

    /// <summary>A list of these.</summary>
    public JavaList(IEnumerable<object?> items)
        : base([.. items])
    {
    }

    /// <summary>Whether it came from JSON: then it is written as JSON, and another list as Java writes it.</summary>
    public bool IsJson { get; init; }

    protected override void InsertItem(int index, object? item)
    {
        if (Count >= Longest)
        {
            throw new TemplateException("a list is too long");
        }

        base.InsertItem(index, item);
    }
}
