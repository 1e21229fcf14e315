namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>The status and the headers of an answer, as far as a runtime needs them.</summary>
internal sealed class ResponseHead
{
    public int Status { get; set; }

    /// <summary>The length of the body; null where the connection's end or the last chunk ends it.</summary>
    public long? ContentLength { get; set; }

    public bool IsChunked { get; set; }

    public bool KeepsConnection { get; set; }

    public string? RequestId { get; set; }

    public string? DeadlineMs { get; set; }

    public string? InvokedFunctionArn { get; set; }

    public string? TraceId { get; set; }

    public string? ClientContext { get; set; }

    public string? CognitoIdentity { get; set; }

    public bool IsInterim => Status is >= 100 and < 200;

    public bool HasBody => Status is not (204 or 304) && !IsInterim;
}
