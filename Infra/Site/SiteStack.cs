using Amazon.CDK;
using Constructs;
using Lexicon.Infra.Api;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Site;

/// <summary>The edge: one origin for pages, API and images, and the pages themselves.</summary>
internal sealed class SiteStack : ExportingStack
{
    public SiteStack(Construct scope, StageSettings settings, DataStack data, ApiStack api, string pages)
        : base(scope, "Site", "Lexicon: distribution, pages and sign-in")
    {
        AddDependency(data);
        AddDependency(api);

        var bucket = new PagesBucket(this, "Pages");
        var edge = new Edge(this, "Edge", new EdgeProps
        {
            Name = $"{StackName}-{Region}",
            Pages = bucket.Bucket,
            ImagesBucketName = data.ImagesBucketName,
            ApiDomainName = $"{api.ApiId}.execute-api.{Region}.{Aws.URL_SUFFIX}",
            ApiStageName = settings.Name,
            Issuer = data.Issuer,
            SignInOrigin = data.SignInOrigin,
        });
        var client = new SignIn(this, "SignIn", settings, data.UserPoolId, edge.Url);

        bucket.Allow(edge.Distribution);
        bucket.Deploy(pages, edge.Distribution, data.Issuer, client.ClientId);

        DistributionId = Export("DistributionId", edge.Distribution.DistributionId, "The distribution, whose metrics are watched");
        if (settings.Options.RecordsDataEvents)
        {
            PagesBucketName = Export("PagesBucketName", bucket.Bucket.BucketName, "The bucket with the pages, whose use is recorded");
        }

        Output("SiteUrl", edge.Url, "The site");
        Output("UserPoolClientId", client.ClientId, "The site as a client of the user pool");
    }

    public string DistributionId { get; }

    /// <summary>The bucket with the pages; exported only where data events are recorded.</summary>
    public string? PagesBucketName { get; }
}
