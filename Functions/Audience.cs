namespace Lexicon.Functions;

/// <summary>Who may call an operation.</summary>
public enum Audience
{
    /// <summary>Anyone, without a token; shared caches may keep the answer for as long as its headers say.</summary>
    Anyone,

    /// <summary>A signed-in reader: a token of the user pool. Ownership is the handler's to check.</summary>
    SignedIn,

    /// <summary>A moderator: a request signed with credentials that the identity pool gives to the group, and IAM allows.</summary>
    Moderator,
}
