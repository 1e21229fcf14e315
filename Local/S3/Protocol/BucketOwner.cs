namespace Lexicon.Local.S3.Protocol;

/// <summary>
/// The owner that a client expects a bucket to have
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html).
/// </summary>
internal static class BucketOwner
{
    private const int Digits = 12;

    /// <summary>Checks the bucket of the request.</summary>
    /// <exception cref="S3Exception">It belongs to another account.</exception>
    public static void Check(S3Request request) => Check(request.Header("x-amz-expected-bucket-owner"));

    /// <summary>Checks the bucket that a copy reads from.</summary>
    /// <exception cref="S3Exception">It belongs to another account.</exception>
    public static void CheckSource(S3Request request) => Check(request.Header("x-amz-source-expected-bucket-owner"));

    private static void Check(string? expected)
    {
        if (expected is not null && !(expected.Length == Digits && expected.All(char.IsAsciiDigit)))
        {
            throw new S3Exception(
                400, "InvalidBucketOwnerAWSAccountID", "The value of the expected bucket owner parameter must be an AWS account ID.")
            {
                Details = [("BucketOwner", expected)],
            };
        }

        if (expected is not null && expected != Account.Id)
        {
            throw S3Exception.AccessDenied();
        }
    }
}
