using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>The properties of <c>Custom::S3BucketNotifications</c>.</summary>
internal sealed record BucketNotificationsProperties
{
    [Ignored("the provider function is replaced")]
    public string? ServiceToken { get; init; }

    public required string BucketName { get; init; }

    public required CdkNotifications NotificationConfiguration { get; init; }

    [Ignored("nothing but the template says what a bucket tells here")]
    public bool Managed { get; init; } = true;

    [Ignored("destinations are not validated when they are configured")]
    public bool SkipDestinationValidation { get; init; }
}
