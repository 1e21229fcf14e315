using Amazon.CDK.AWS.APIGateway;

namespace Lexicon.Infra.Api;

/// <summary>
/// Which pages of other origins may call the API, and all that says so: the preflight answers, the answers that API Gateway
/// gives itself, and what the functions are told. Site and API share one origin, so that none may unless the context names it.
/// See https://fetch.spec.whatwg.org/#http-cors-protocol.
/// </summary>
internal sealed class CrossOrigin(IReadOnlyList<string> origins)
{
    private static readonly string[] RequestHeaders =
        ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-Api-Key"];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"];

    /// <summary>Answers the question that a browser asks before it lets such a page call; null if none may.</summary>
    public CorsOptions? Preflight => origins is [] ? null : new CorsOptions
    {
        AllowOrigins = [.. origins],
        AllowMethods = Methods,
        AllowHeaders = RequestHeaders,
        MaxAge = Amazon.CDK.Duration.Hours(1),
    };

    /// <summary>
    /// The headers of answers that API Gateway gives itself. They cannot depend on who asks: where several origins may, any
    /// may read that it was refused, which is not a secret and comes without credentials.
    /// </summary>
    public IReadOnlyDictionary<string, string> HeadersOfRefusals => origins switch
    {
        [] => new Dictionary<string, string>(),
        [var one] => new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = $"'{one}'" },
        _ => new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "'*'" },
    };

    /// <summary>What the functions are told of it.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        origins is []
            ? new Dictionary<string, string>()
            : new Dictionary<string, string> { ["ALLOWED_ORIGINS"] = string.Join(',', origins) };
}
