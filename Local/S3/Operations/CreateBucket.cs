using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// <c>CreateBucket</c>: the templates decide which buckets there are. For one of them the response is that of us-east-1 to the owner of a
/// bucket, 200; elsewhere S3 says that it is there (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html).
/// </summary>
internal static class CreateBucket
{
    public static S3Response Run(S3Request request, Bucket? bucket, BucketAuthorizer access)
    {
        var name = request.Bucket!;
        access.DemandForAccount(request, "s3:CreateBucket");
        if (!BucketName.IsValid(name))
        {
            throw new S3Exception(400, "InvalidBucketName", "The specified bucket is not valid.") { Details = [("BucketName", name)] };
        }

        if (bucket is null)
        {
            throw S3Exception.NotOffered($"CreateBucket: '{name}' is not a bucket of the templates, add it there");
        }

        if (Account.Region != "us-east-1")
        {
            throw new S3Exception(
                409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.")
            {
                Details = [("BucketName", name)],
            };
        }

        var response = new S3Response(200);
        response.Headers.Location = $"/{name}";
        return response;
    }
}
