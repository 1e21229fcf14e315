namespace Amazon.Lambda.CloudWatchEvents.S3Events;

/// <summary>S3 tells that an object was written (https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html).</summary>
public class S3ObjectCreateEvent : CloudWatchEvent<S3ObjectCreate>;
