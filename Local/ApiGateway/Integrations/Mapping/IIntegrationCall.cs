namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>What backends know of whom they respond to: a request of a REST API, or an event of a WebSocket API.</summary>
internal interface IIntegrationCall
{
    /// <summary>The API.</summary>
    string ApiId { get; }

    /// <summary>The variables of the stage.</summary>
    IReadOnlyDictionary<string, string> StageVariables { get; }

    /// <summary>The HTTP method of the client, for integrations that have <c>ANY</c>.</summary>
    string HttpMethod { get; }

    /// <summary>What calls, as policies of functions name it.</summary>
    string SourceArn { get; }

    /// <summary>The trace header that endpoints get.</summary>
    string Trace { get; }

    /// <summary>The trace header that functions get; null: Lambda begins one.</summary>
    string? FunctionTrace { get; }

    /// <summary>The root of the trace.</summary>
    string TraceRoot { get; }

    /// <summary>The id that the backend gave to the request.</summary>
    string? IntegrationRequestId { set; }
}
