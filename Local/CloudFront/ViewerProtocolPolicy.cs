namespace Lexicon.Local.CloudFront;

/// <summary>
/// What happens to viewers without TLS
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html, "Viewer protocol policy").
/// </summary>
internal enum ViewerProtocolPolicy
{
    AllowAll,
    RedirectToHttps,
    HttpsOnly,
}
