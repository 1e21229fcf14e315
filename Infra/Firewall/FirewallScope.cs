namespace Lexicon.Infra.Firewall;

/// <summary>What a <see cref="WebAcl"/> stands before, in the words of AWS WAF.</summary>
internal enum FirewallScope
{
    /// <summary><c>CLOUDFRONT</c>: a distribution, which sees the address of each reader. In us-east-1 only.</summary>
    Distribution,

    /// <summary><c>REGIONAL</c>: the stage of an API, which sees the addresses of the distribution's edges.</summary>
    ApiStage,
}
