namespace Lexicon.Infra.Tests.Api.Rollouts;

/// <summary>How a version of a function fails.</summary>
public enum Failure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The process ends without an answer, which Lambda counts.</summary>
    Crash,

    /// <summary>The handler answers 500, which its own log counts.</summary>
    Fault,
}
