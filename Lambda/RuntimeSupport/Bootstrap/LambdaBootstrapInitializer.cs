namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares the function, once, before the first invocation; false ends the process without one.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
