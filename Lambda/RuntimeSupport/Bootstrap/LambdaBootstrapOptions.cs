namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>What tests may change of a bootstrap; in Lambda the environment says it.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>The Runtime API, as host and port, in place of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
