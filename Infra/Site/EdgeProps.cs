using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.S3;
using Lexicon.Infra.Context;

namespace Lexicon.Infra.Site;

/// <summary>What stands behind the <see cref="Edge"/>.</summary>
internal sealed record EdgeProps
{
    /// <summary>A name of its own for what CloudFront names by account, not by Region.</summary>
    public required string Name { get; init; }

    /// <summary>The Region of everything behind it.</summary>
    public required string Region { get; init; }

    /// <summary>The bucket with the pages.</summary>
    public required IBucket Pages { get; init; }

    /// <summary>The bucket with the images, of another stack.</summary>
    public required string ImagesBucketName { get; init; }

    /// <summary>The host of the REST API.</summary>
    public required string ApiDomainName { get; init; }

    /// <summary>The stage of the REST API, the first segment of its paths.</summary>
    public required string ApiStageName { get; init; }

    /// <summary>The secret that lets the distribution into the API.</summary>
    public required string OriginKeyArn { get; init; }

    /// <summary>The issuer of tokens, which the pages ask for its discovery document and keys.</summary>
    public required string Issuer { get; init; }

    /// <summary>The address of the WebSocket API.</summary>
    public required string LiveAddress { get; init; }

    /// <summary>The identity pools of the Region, which give moderators their credentials.</summary>
    public required string IdentityAddress { get; init; }

    /// <summary>The origin of the token endpoint, which the pages call.</summary>
    public required string SignInOrigin { get; init; }

    /// <summary>Where it is written who asked for what.</summary>
    public required IBucket Logs { get; init; }

    /// <summary>What the context asks for.</summary>
    public required Options Options { get; init; }

    /// <summary>The certificate of the site's own name; CloudFront's, if null.</summary>
    public ICertificate? Certificate { get; init; }

    /// <summary>The web ACL that requests pass first; none, if null.</summary>
    public string? FirewallArn { get; init; }
}
