using System.Globalization;
using System.Text;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;
using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Posts;

/// <summary>
/// Finds out who signed the policy of a browser-based upload
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html). The string to sign is the policy in Base64.
/// </summary>
internal sealed class PostSignature(IAccessKeys keys)
{
    private static readonly string[] Fields = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature"];

    /// <summary>The signer; nobody when the form has no policy, or one that nobody signed.</summary>
    /// <exception cref="S3Exception">The signature is not the signer's, or a field is missing.</exception>
    public Caller Verify(PostForm form)
    {
        if (form["policy"] is not { } policy || Fields.All(field => form[field] is null))
        {
            return Caller.Anonymous;
        }

        if (Required(form, "X-Amz-Algorithm") is not "AWS4-HMAC-SHA256")
        {
            throw S3Exception.InvalidArgument("Only AWS4-HMAC-SHA256 is supported", "X-Amz-Algorithm", form["X-Amz-Algorithm"]!);
        }

        var credential = Required(form, "X-Amz-Credential").Split('/');
        if (credential is not [var id, { Length: 8 } date, Account.Region, "s3", "aws4_request"])
        {
            throw S3Exception.InvalidArgument(
                "Error parsing the X-Amz-Credential parameter; it must be <id>/YYYYMMDD/REGION/s3/aws4_request",
                "X-Amz-Credential", form["X-Amz-Credential"]!);
        }

        var timestamp = Required(form, "X-Amz-Date");
        if (!DateTimeOffset.TryParseExact(
            timestamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            throw S3Exception.InvalidArgument("X-Amz-Date must be formatted via ISO8601 Long format", "X-Amz-Date", timestamp);
        }

        var provided = Required(form, "X-Amz-Signature");
        var key = keys.Find(id, form["X-Amz-Security-Token"]);
        Refuse(key.Standing, id);
        var signer = new Signer(key.Secret, new(date, Account.Region, "s3"), timestamp);
        return signer.IsSignedBy(policy, provided) ? key.Caller : throw new S3Exception(
            403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
        {
            Details =
            [
                ("AWSAccessKeyId", id), ("StringToSign", policy), ("SignatureProvided", provided),
                ("StringToSignBytes", string.Join(' ', Encoding.UTF8.GetBytes(policy).Select(b => $"{b:x2}"))),
            ],
        };
    }

    private static string Required(PostForm form, string name) => form[name] ?? throw PostForm.Lacks(name);

    private static void Refuse(AccessKeyStanding standing, string id)
    {
        switch (standing)
        {
            case AccessKeyStanding.Unknown:
                throw new S3Exception(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")
                {
                    Details = [("AWSAccessKeyId", id)],
                };
            case AccessKeyStanding.WrongToken:
                throw new S3Exception(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case AccessKeyStanding.Expired:
                throw new S3Exception(400, "ExpiredToken", "The provided token has expired.");
        }
    }
}
