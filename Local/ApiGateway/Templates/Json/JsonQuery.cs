namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>One use of a path: each value that is looked at is a step of the rendering, so that no path holds the runner up.</summary>
/// <param name="root">The document.</param>
/// <param name="rendering">Whose steps are counted.</param>
internal sealed class JsonQuery(object? root, Rendering rendering)
{
    /// <summary>The document.</summary>
    public object? Root => root;

    /// <summary>Counts a value that is looked at.</summary>
    public object? Visit(object? value)
    {
        rendering.Step();
        return value;
    }
}
