using System.Text;
using Amazon.Lambda.RuntimeSupport.Http;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a request.</summary>
public class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string operation, Response response)
        : base($"The Runtime API answered {operation} with {response.Head.Status}: {Encoding.UTF8.GetString(response.Body.Span)}")
    {
        StatusCode = response.Head.Status;
        Response = Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>The status of the answer.</summary>
    public int StatusCode { get; }

    /// <summary>The body of the answer.</summary>
    public string Response { get; }
}
