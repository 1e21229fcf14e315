namespace Lexicon.Local.Lambda;

/// <summary>How a caller invokes a function (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).</summary>
internal enum InvocationType
{
    /// <summary>The caller waits for the response.</summary>
    RequestResponse,

    /// <summary>The function gets the event when it can; the caller does not wait.</summary>
    Event,

    /// <summary>Nothing runs; the request is checked only.</summary>
    DryRun,
}
