namespace Lexicon.Local.Lambda.Facts;

/// <summary>What an execution environment does
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).</summary>
internal enum EnvironmentState
{
    /// <summary>Its init phase: the start is cold.</summary>
    Cold,

    /// <summary>It works on an invocation.</summary>
    Busy,

    /// <summary>It is done, and runs for a moment still.</summary>
    Warm,

    /// <summary>It waits for its next invocation, stopped.</summary>
    Frozen,
}
