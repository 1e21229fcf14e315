namespace Lexicon.Local.Iam;

/// <summary>Whether an access key, with the session token that came along, can be used.</summary>
internal enum AccessKeyStanding
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>No such key.</summary>
    Unknown,

    /// <summary>A temporary key whose token is missing, or the token of another one.</summary>
    WrongToken,

    /// <summary>The session is over.</summary>
    Expired,
}
