using System.Net;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>What every answer of API Gateway is asserted with.</summary>
internal static class HttpAssert
{
    /// <summary>An answer of API Gateway itself: status, error type, body to the byte, JSON, both ids.</summary>
    public static async Task FailureAsync(HttpResponseMessage response, int status, string errorType, string body)
    {
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal(errorType, Header(response, "x-amzn-ErrorType"));
        Assert.Equal("application/json", Header(response, "Content-Type"));
        Ids(response);
        Assert.False(response.Headers.Contains("X-Amzn-Trace-Id"));
    }

    /// <summary>The two ids that every answer carries.</summary>
    public static void Ids(HttpResponseMessage response)
    {
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Header(response, "x-amzn-RequestId"));
        Assert.Matches("^[A-Za-z0-9_-]{15}=$", Header(response, "x-amz-apigw-id"));
    }

    /// <summary>A header's value, several joined as on the wire; null without one.</summary>
    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
