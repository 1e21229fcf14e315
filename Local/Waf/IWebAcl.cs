namespace Lexicon.Local.Waf;

/// <summary>A web ACL, as the service that it protects asks it.</summary>
internal interface IWebAcl
{
    /// <summary>Whether a request passes; it is counted either way, by every rule that it comes to.</summary>
    bool Allows(WafRequest request);
}
