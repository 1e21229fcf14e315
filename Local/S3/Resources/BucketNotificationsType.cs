using Lexicon.Local.CloudFormation;
using Lexicon.Local.S3.Events;

namespace Lexicon.Local.S3.Resources;

/// <summary>
/// <c>Custom::S3BucketNotifications</c>, with which the CDK configures the notifications of a bucket
/// (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_notifications-readme.html).
/// </summary>
internal sealed class BucketNotificationsType(Buckets buckets, BucketListeners listeners)
    : ResourceType<BucketNotificationsProperties>("Custom::S3BucketNotifications", "whom the bucket tells of its objects")
{
    protected override ProvisionedResource Provision(TemplateResource resource, BucketNotificationsProperties properties)
    {
        var bucket = buckets.Find(properties.BucketName)
            ?? throw resource.NotFound(nameof(properties.BucketName), $"the bucket '{properties.BucketName}'");
        bucket.Events = listeners.Of(resource, bucket.Name, properties.NotificationConfiguration);
        return new(resource.PhysicalName());
    }
}
