namespace Lexicon.Local.CloudFront.Policies;

/// <summary>When CloudFront signs its requests to a bucket.</summary>
internal enum OriginAccessControl
{
    /// <summary>Never: the bucket sees nobody.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Unless the viewer sent an <c>Authorization</c> header of its own.</summary>
    NoOverride,
}
