namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The runner will not start, and says why in one line that names what is wrong and where. Anything a person can mend
/// (a template, an option, a missing program) ends as this, never as a stack trace.
/// </summary>
internal sealed class StartupException(string message) : Exception(message);
