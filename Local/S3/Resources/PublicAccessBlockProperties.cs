using Lexicon.Local.Assembly;

namespace Lexicon.Local.S3;

/// <summary><c>PublicAccessBlockConfiguration</c>.</summary>
internal sealed record PublicAccessBlockProperties
{
    /// <summary>Whether nobody gets in without a principal of the account or of a service.</summary>
    public bool RestrictPublicBuckets { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool BlockPublicAcls { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool IgnorePublicAcls { get; init; }

    [Ignored("the template is the only writer of bucket policies here; AWS checks them when it deploys")]
    public bool BlockPublicPolicy { get; init; }
}
