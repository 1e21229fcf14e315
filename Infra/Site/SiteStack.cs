using Amazon.CDK;
using Constructs;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Firewall;
using Lexicon.Infra.Live;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Site;

/// <summary>The edge: one origin for pages, API and images, and the pages themselves.</summary>
internal sealed class SiteStack : ExportingStack
{
    public SiteStack(Construct scope, StageSettings settings, DataStack data, ApiStack api, LiveStack live, string pages)
        : base(scope, "Site", settings, "Lexicon: distribution, pages and sign-in")
    {
        AddStackDependency(data);
        AddStackDependency(api);
        AddStackDependency(live);

        var logs = new LogBucket(this, "Logs", settings, acceptsAccessControlLists: true);
        var bucket = new PagesBucket(this, "Pages", logs.Bucket);
        var folder = Path.Combine(Amazon.CDK.Stage.Of(this)!.AssetOutdir, "pages");
        HashedPages.Write(pages, folder);
        var name = settings.Options.Domain is { } domain ? new OwnName(this, "Name", domain) : null;
        var apiHost = $"{api.ApiId}.execute-api.{settings.Region}.{Aws.URL_SUFFIX}";
        var identity = $"https://cognito-identity.{settings.Region}.{Aws.URL_SUFFIX}";
        var edge = new Edge(this, "Edge", new EdgeProps
        {
            Name = $"{StackName}-{settings.Region}",
            Region = settings.Region,
            Pages = bucket.Bucket,
            PagesFolder = folder,
            ImagesBucketName = data.ImagesBucketName,
            ApiDomainName = apiHost,
            ApiStageName = settings.Name,
            IdentityAddress = identity,
            OriginKeyArn = api.OriginKeyArn,
            Issuer = data.Issuer,
            SignInOrigin = data.SignInOrigin,
            LiveAddress = live.Address,
            Logs = logs.Bucket,
            Options = settings.Options,
            Certificate = name?.Certificate,
            FirewallArn = settings.Options.HasFirewall ? new WebAcl(this, "Firewall", FirewallScope.Distribution).Arn : null,
        });
        var client = new SignIn(this, "SignIn", settings, data.UserPoolId, edge.Url);

        var moderators = new Moderators(this, "Moderators", settings, data.Issuer, client.ClientId, api.ApiId);

        bucket.Allow(edge.Distribution);
        name?.LeadTo(edge.Distribution);
        _ = new PagesDeployment(this, "Deployment", new PagesDeploymentProps
        {
            Pages = folder,
            Bucket = bucket.Bucket,
            Distribution = edge.Distribution,
            Issuer = data.Issuer,
            ClientId = client.ClientId,
            LiveAddress = live.Address,
            ApiAddress = $"{apiHost}/{settings.Name}",
            IdentityAddress = identity,
            IdentityPoolId = moderators.PoolId,
            IdentityProvider = moderators.ProviderName,
            Settings = settings,
        });

        DistributionId = Export("DistributionId", edge.Distribution.DistributionId, "The distribution, whose metrics are watched");

        // There without the option that imports it, too: an export in use cannot go, so the option could not be taken back.
        PagesBucketName = Export("PagesBucketName", bucket.Bucket.BucketName, "The bucket with the pages, for context dataEvents=true");
        Output("SiteUrl", edge.Url, "The site");
        Output("LessonsUrl", $"{edge.Url}/lessons.html", "What the site has to show of the services that it is built on");
        Output("UserPoolClientId", client.ClientId, "The site as a client of the user pool");
    }

    /// <summary>The distribution, as another stack imports it.</summary>
    public string DistributionId { get; }

    /// <summary>The bucket with the pages, as another stack imports it.</summary>
    public string PagesBucketName { get; }
}
