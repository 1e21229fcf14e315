namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// Why an environment starts, as AWS_LAMBDA_INITIALIZATION_TYPE and the log say it
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime).
/// </summary>
internal static class InitializationTypes
{
    /// <summary>For an invocation that finds none.</summary>
    public const string OnDemand = "on-demand";

    /// <summary>Ahead of every invocation.</summary>
    public const string Provisioned = "provisioned-concurrency";
}
