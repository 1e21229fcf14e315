namespace Lexicon.Local.Tests.S3;

/// <summary>A bucket that anyone may read, so that a test can ask without a signature.</summary>
internal static class OpenBucket
{
    public static object Properties { get; } = new
    {
        PublicAccessBlockConfiguration = new { BlockPublicPolicy = false, RestrictPublicBuckets = false },
    };

    public static object Statement { get; } = new
    {
        Effect = "Allow",
        Principal = "*",
        Action = new[] { "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads" },
        Resource = new[] { "arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*" },
    };

    /// <summary>S3 with the bucket, and its client.</summary>
    public static async Task<RunningS3> StartAsync()
    {
        var storage = await RunningS3.WithBucketAsync(Properties);
        storage.Policy("bucket", Statement);
        return storage;
    }
}
