using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.S3;

namespace Lexicon.Infra.Site;

/// <summary>What a <see cref="PagesDeployment"/> copies, and where.</summary>
internal sealed record PagesDeploymentProps
{
    /// <summary>The folder with the pages as they stand in the repository.</summary>
    public required string Pages { get; init; }

    /// <summary>Where the pages go.</summary>
    public required IBucket Bucket { get; init; }

    /// <summary>What must forget the pages of before.</summary>
    public required Distribution Distribution { get; init; }

    /// <summary>Whose tokens the API accepts.</summary>
    public required string Issuer { get; init; }

    /// <summary>The address of the WebSocket API.</summary>
    public required string LiveAddress { get; init; }

    /// <summary>The API's own host and stage, without a scheme: what a request to it is signed for, whichever way it takes.</summary>
    public required string ApiAddress { get; init; }

    /// <summary>The identity pools of the Region.</summary>
    public required string IdentityAddress { get; init; }

    /// <summary>The identity pool that gives moderators their credentials.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>The name that the user pool has there.</summary>
    public required string IdentityProvider { get; init; }

    /// <summary>The site as a client of the issuer.</summary>
    public required string ClientId { get; init; }

    /// <summary>What the stage is like.</summary>
    public required StageSettings Settings { get; init; }
}
