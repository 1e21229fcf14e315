namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>One resource of an API's tree.</summary>
/// <param name="Id">The resource's id.</param>
/// <param name="Path">Its path with parameters in braces: <c>/api/glossaries/{glossaryId}</c>; the root is <c>/</c>.</param>
internal sealed record ApiResource(string Id, string Path)
{
    /// <summary>The methods by name, <c>ANY</c> among them.</summary>
    public Dictionary<string, ApiMethod> Methods { get; } = [];

    /// <summary>The path's parts between slashes; none for the root.</summary>
    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
