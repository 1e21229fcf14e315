namespace Lexicon.Testing;

/// <summary>A program that had to end well did not.</summary>
/// <param name="message">Its command line and what it wrote.</param>
public sealed class ProgramException(string message) : Exception(message);
