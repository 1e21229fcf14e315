using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>Why API Gateway ends a request with a response of its own.</summary>
/// <param name="Type">The gateway response that is sent.</param>
/// <param name="Message">AWS's words, <c>$context.error.message</c>; null is sent as null.</param>
internal sealed record GatewayFailure(ResponseType Type, string? Message)
{
    /// <summary>The status where no customisation sets one.</summary>
    public int Status { get; init; } = Type.Status;

    /// <summary>The value of the header <c>x-amzn-ErrorType</c>.</summary>
    public string ErrorType { get; init; } = Type.ErrorType;

    /// <summary>What a model found wrong, <c>$context.error.validationErrorString</c>.</summary>
    public string? ValidationError { get; init; }

    /// <summary>What the execution log has, where that is more than <see cref="Message"/>.</summary>
    public string? Cause { get; init; }

    /// <summary>What only the console says, where the runner knows more than AWS tells anyone.</summary>
    public string? Explanation { get; init; }

    /// <summary>Why, for a person who looks at the request's trace.</summary>
    public string Reason => Explanation ?? Cause ?? Message ?? ErrorType;

    /// <summary>Whether the message is sent as plain text, as by what comes before the APIs.</summary>
    public bool IsPlainText { get; init; }

    /// <summary>No such API, stage or endpoint, or no valid API key.</summary>
    public static GatewayFailure Forbidden { get; } = new(ResponseType.InvalidApiKey, "Forbidden");

    /// <summary>The web ACL of the stage did not let the request pass.</summary>
    public static GatewayFailure Filtered { get; } = new(ResponseType.WafFiltered, "Forbidden");

    /// <summary>No such resource or method.</summary>
    public static GatewayFailure NoRoute { get; } =
        new(ResponseType.MissingAuthenticationToken, "Missing Authentication Token");

    /// <summary>More requests than a throttle lets pass.</summary>
    public static GatewayFailure Throttled { get; } = new(ResponseType.Throttled, "Too Many Requests");

    /// <summary>More requests than the quota of a usage plan.</summary>
    public static GatewayFailure QuotaExceeded { get; } = new(ResponseType.QuotaExceeded, "Limit Exceeded");

    /// <summary>The authorizer did not recognize the caller.</summary>
    public static GatewayFailure Unauthorized { get; } = new(ResponseType.Unauthorized, "Unauthorized");

    /// <summary>The integration did not respond in time.</summary>
    public static GatewayFailure TimedOut { get; } =
        new(ResponseType.IntegrationTimeout, "Endpoint request timed out")
        {
            Cause = "Execution failed due to a timeout error",
        };

    /// <summary>The request is within API Gateway's limit, its event beyond Lambda's.</summary>
    public static GatewayFailure RequestTooLong { get; } = new(ResponseType.RequestTooLarge, "Request Too Long");

    /// <summary>A body in a form that nothing here takes.</summary>
    public static GatewayFailure UnsupportedMediaType { get; } = new(ResponseType.UnsupportedMediaType, "Unsupported Media Type");

    /// <summary>The integration could not be asked.</summary>
    public static GatewayFailure Misconfigured { get; } =
        new(ResponseType.ApiConfigurationError, "Internal server error");

    /// <summary>The function failed, or its response does not have the form of a proxy response.</summary>
    public static GatewayFailure Malformed { get; } =
        new(ResponseType.Default5xx, "Internal server error") { Status = 502 };

    /// <summary>The authorizer could not be asked.</summary>
    public static GatewayFailure AuthorizerMisconfigured { get; } =
        new(ResponseType.AuthorizerConfigurationError, null);

    /// <summary>What went wrong without anybody's meaning it: a body that cannot be read, or a mistake here.</summary>
    public static GatewayFailure From(RequestProblem problem) => problem.IsTheCallers
        ? new(ResponseType.Default4xx, problem.Status == 408 ? "Request Timeout" : "Bad Request") { Status = problem.Status }
        : new(ResponseType.Default5xx, "Internal server error") { Cause = problem.Cause.Message };
}
