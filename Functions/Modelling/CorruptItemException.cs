namespace Lexicon.Functions.Modelling;

/// <summary>
/// An item that is not what its entity declares: nobody is shown half of it, and none is written. The message names the attribute
/// and the rule, never the value.
/// </summary>
internal sealed class CorruptItemException(string message) : Exception(message);
