namespace Lexicon.Local.Lambda;

/// <summary>An error of the service itself, as API Invoke returns it.</summary>
/// <param name="errorType">The error's name, such as <c>ResourceNotFoundException</c> or <c>TooManyRequestsException</c>.</param>
/// <param name="statusCode">The HTTP status that goes with it.</param>
/// <param name="message">The service's words.</param>
internal sealed class LambdaServiceException(string errorType, int statusCode, string message) : Exception(message)
{
    /// <summary>The error's name.</summary>
    public string ErrorType => errorType;

    /// <summary>The HTTP status.</summary>
    public int StatusCode => statusCode;

    /// <summary>More precisely why, where the API has a member <c>Reason</c> for it.</summary>
    public string? Reason { get; init; }
}
