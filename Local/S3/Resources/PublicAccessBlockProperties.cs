using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>
/// <c>PublicAccessBlockConfiguration</c>. A bucket whose template does not have it is new, and since April 2023 a new bucket has all four
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html); one whose template has it has what it says.
/// </summary>
internal sealed record PublicAccessBlockProperties
{
    /// <summary>Whether nobody gets in without a principal of the account or of a service.</summary>
    public bool RestrictPublicBuckets { get; init; }

    /// <summary>Whether a policy that lets everyone in is refused.</summary>
    public bool BlockPublicPolicy { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool BlockPublicAcls { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool IgnorePublicAcls { get; init; }
}
