namespace Lexicon.Local.Aws.Patterns;

/// <summary>Why a text is not an event pattern, in the words that EventBridge, SNS and Lambda share; each has its own beginning.</summary>
internal sealed class PatternException(string reason) : Exception(reason);
