namespace Lexicon.Local.WebConsole.Api;

/// <summary>Why a request of the console's API is refused.</summary>
internal sealed class ConsoleException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The request is wrong.</summary>
    public static ConsoleException Invalid(string message) => new(400, message);

    /// <summary>Something is not there.</summary>
    public static ConsoleException NotFound(string what) => new(404, $"{what} does not exist.");
}
