using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;

namespace Lexicon.Local.S3.Resources;

/// <summary><c>AWS::S3::BucketPolicy</c>: decides with the callers' own policies.</summary>
internal sealed class BucketPolicyType(Buckets buckets, IIdentities identities)
    : ResourceType<BucketPolicyProperties>("AWS::S3::BucketPolicy", "the policy that every request to the bucket is held to")
{
    protected override ProvisionedResource Provision(TemplateResource resource, BucketPolicyProperties properties)
    {
        var bucket = buckets.Find(properties.Bucket)
            ?? throw resource.Refuse("Bucket", $"no bucket of the templates is named '{properties.Bucket}'");
        if (bucket.Policy is not null)
        {
            throw new StartupException($"{resource.Place}: the bucket '{bucket.Name}' has a policy already");
        }

        identities.Check(properties.PolicyDocument, resource.Place);
        if (bucket.BlocksPublicPolicy && PublicPolicy.Is(properties.PolicyDocument))
        {
            throw new StartupException(
                $"{resource.Place}: the policy is public and the bucket '{bucket.Name}' blocks public policies, so AWS would refuse it; "
                + "set PublicAccessBlockConfiguration of the bucket to let it");
        }

        bucket.Policy = properties.PolicyDocument;
        return new(bucket.Name);
    }
}
