namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>A part of a template that writes.</summary>
internal abstract class Node
{
    /// <summary>Writes it.</summary>
    public abstract Flow Render(Rendering rendering);
}
