namespace Lexicon.Local.Aws;

/// <summary>What a service refuses a request with. Each service derives its own, which knows the form of the service's errors.</summary>
internal abstract class AwsException(string message) : Exception(message)
{
    /// <summary>The error as it is sent.</summary>
    public abstract AwsError Error { get; }

    /// <summary>The error as it is sent in the query protocol.</summary>
    public virtual AwsError QueryError => Error;
}
