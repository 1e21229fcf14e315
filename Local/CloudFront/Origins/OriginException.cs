namespace Lexicon.Local.CloudFront.Origins;

/// <summary>An origin gave no response; CloudFront responds in its place.</summary>
/// <param name="status">502 or 504.</param>
/// <param name="message">The sentence of CloudFront's error page.</param>
/// <param name="cause">What happened.</param>
internal sealed class OriginException(int status, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>502: no connection, or a broken response; 504: no response in time.</summary>
    public int Status => status;

    /// <summary>Whether no byte of the request has reached the origin.</summary>
    public bool NeverSent { get; init; }
}
