namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>What the execution log of a stage holds.</summary>
internal enum LoggingLevel
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Requests that failed in API Gateway or in the integration.</summary>
    Error,

    /// <summary>Every request.</summary>
    Info,
}
