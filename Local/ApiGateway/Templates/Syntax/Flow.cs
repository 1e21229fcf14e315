namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>What comes after a part of a template.</summary>
internal enum Flow
{
    /// <summary>The next part.</summary>
    Next,

    /// <summary>What follows the innermost loop.</summary>
    Break,

    /// <summary>Nothing.</summary>
    Stop,
}
