namespace Lexicon.Local.Cognito;

/// <summary>The messages that Amazon Cognito would send, for whoever looks at them.</summary>
internal interface ISentCodes
{
    /// <summary>The codes that have been sent and not used, of each user pool.</summary>
    IReadOnlyList<SentCode> Codes { get; }
}
