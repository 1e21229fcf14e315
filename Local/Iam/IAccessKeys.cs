namespace Lexicon.Local.Iam;

/// <summary>The access keys that may sign requests.</summary>
internal interface IAccessKeys
{
    /// <summary>What is known of a key, given the session token that came along with it.</summary>
    AccessKey Find(string accessKeyId, string? sessionToken);
}
