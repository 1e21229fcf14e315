namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers an invocation.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);
