using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.Route53.Targets;
using Constructs;
using Lexicon.Infra.Context;

namespace Lexicon.Infra.Site;

/// <summary>
/// The site's own name: its certificate, proven by a record in the zone and renewed by it for ever, and the records that lead
/// to the distribution over IPv4 and IPv6.
/// </summary>
internal sealed class OwnName : Construct
{
    private readonly SiteDomain _domain;
    private readonly IHostedZone _zone;

    public OwnName(Construct scope, string id, SiteDomain domain)
        : base(scope, id)
    {
        _domain = domain;
        _zone = HostedZone.FromHostedZoneAttributes(this, "Zone", new HostedZoneAttributes
        {
            HostedZoneId = domain.HostedZoneId,
            ZoneName = domain.HostedZoneName,
        });
        Certificate = new Certificate(this, "Certificate", new CertificateProps
        {
            DomainName = domain.Name,
            Validation = CertificateValidation.FromDns(_zone),
        });
    }

    public ICertificate Certificate { get; }

    /// <summary>Makes the name mean this distribution.</summary>
    public void LeadTo(IDistribution distribution)
    {
        var target = RecordTarget.FromAlias(new CloudFrontTarget(distribution));
        _ = new ARecord(this, "IPv4", new ARecordProps { Zone = _zone, RecordName = $"{_domain.Name}.", Target = target });
        _ = new AaaaRecord(this, "IPv6", new AaaaRecordProps { Zone = _zone, RecordName = $"{_domain.Name}.", Target = target });
    }
}
