namespace Lexicon.Functions.Domain;

/// <summary>Who sees a glossary.</summary>
internal enum Visibility
{
    /// <summary>Its owner.</summary>
    Private,

    /// <summary>Anyone.</summary>
    Public,
}
