using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Functions.Http;

/// <summary>
/// Lets the pages of named origins read the answers, see https://fetch.spec.whatwg.org/#http-cors-protocol. API Gateway answers
/// the preflight requests; with a proxy integration the answers themselves are the function's to mark.
/// </summary>
/// <param name="origins">The origins, with commas in between; none, if null.</param>
internal sealed class CrossOrigin(string? origins)
{
    private readonly string[] _origins = origins?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Marks an answer for the origin that asked for it.</summary>
    public void AddTo(APIGatewayProxyResponse response, string? origin)
    {
        if (_origins is [])
        {
            return;
        }

        response.Headers ??= new Dictionary<string, string>();
        response.Headers["Vary"] = "Origin";
        if (origin is not null && _origins.Contains(origin))
        {
            response.Headers["Access-Control-Allow-Origin"] = origin;
            response.Headers["Access-Control-Expose-Headers"] = "ETag, Location, Retry-After";
        }
    }
}
