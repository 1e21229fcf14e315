namespace Lexicon.Local.Lambda;

/// <summary>A request of API Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html), and who makes it.</summary>
/// <param name="FunctionName">The ARN or the name of the function, with or without a version or alias.</param>
/// <param name="Payload">The event, JSON in UTF-8.</param>
internal sealed record InvokeRequest(string FunctionName, ReadOnlyMemory<byte> Payload)
{
    public InvocationType InvocationType { get; init; }

    /// <summary>
    /// The calling service's principal, such as <c>apigateway.amazonaws.com</c>, which the function's resource policy
    /// (<c>AWS::Lambda::Permission</c>) must allow; null for a caller whose identity policies were already checked.
    /// </summary>
    public string? ServicePrincipal { get; init; }

    /// <summary>With a service principal: the ARN of what calls (<c>aws:SourceArn</c>).</summary>
    public string? SourceArn { get; init; }

    /// <summary>With a service principal: the role that the service assumes to call, whose policies decide; null: none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The id of the request, the same for each attempt at an event; a new one is made where it is null.</summary>
    public string? RequestId { get; init; }

    /// <summary>The value of <c>X-Amzn-Trace-Id</c>; a new root is made where it is null.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The client context, base64 of JSON, as in <c>X-Amz-Client-Context</c>.</summary>
    public string? ClientContext { get; init; }

    /// <summary>Whether <see cref="InvokeResponse.LogTail"/> is wanted (<c>X-Amz-Log-Type: Tail</c>).</summary>
    public bool WantsLog { get; init; }
}
