namespace Lexicon.Local.CloudFront.Policies;

/// <summary>Which headers, cookies or query strings a policy takes.</summary>
/// <param name="Kind">None, all, the named ones, or all but the named ones.</param>
/// <param name="Names">The named ones; compared without case, except query strings.</param>
internal sealed record Selection(SelectionKind Kind, IReadOnlyList<string> Names)
{
    public static Selection None { get; } = new(SelectionKind.None, []);

    public static Selection All { get; } = new(SelectionKind.All, []);

    public static Selection Only(params string[] names) => new(SelectionKind.Only, names);

    public static Selection AllExcept(params string[] names) => new(SelectionKind.AllExcept, names);

    /// <summary>Whether the policy takes what has this name.</summary>
    public bool Takes(string name, StringComparer comparer) => Kind switch
    {
        SelectionKind.All => true,
        SelectionKind.Only => Names.Contains(name, comparer),
        SelectionKind.AllExcept => !Names.Contains(name, comparer),
        _ => false,
    };
}
