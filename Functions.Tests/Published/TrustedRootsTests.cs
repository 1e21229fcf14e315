using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
namespace Lexicon.Functions.Tests.Published;

/// <summary>The roots that the packages carry: those of Amazon Trust Services, as Debian has them, and no others.</summary>
public sealed class TrustedRootsTests
{
    // https://www.amazontrust.com/repository/
    private static readonly string[] Names =
    [
        "Amazon Root CA 1",
        "Amazon Root CA 2",
        "Amazon Root CA 3",
        "Amazon Root CA 4",
        "Starfield Services Root Certificate Authority - G2",
    ];

    private static readonly X509Certificate2Collection Roots = Load(Repository.File("Functions", "Packaging", "roots.pem"));

    [Fact]
    public void Roots_AreThoseOfAmazonTrustServices() => Assert.Equal(Names, Roots.Select(Name));

    [Theory]
    [InlineData("Amazon_Root_CA_1")]
    [InlineData("Amazon_Root_CA_2")]
    [InlineData("Amazon_Root_CA_3")]
    [InlineData("Amazon_Root_CA_4")]
    [InlineData("Starfield_Services_Root_Certificate_Authority_-_G2")]
    public void Root_IsTheOneOfDebian_ByFingerprint(string file)
    {
        var debian = Assert.Single(Load($"/usr/share/ca-certificates/mozilla/{file}.crt"));

        Assert.Single(Roots, root => Fingerprint(root) == Fingerprint(debian));
    }

    [Fact]
    public void Root_IsGoodForAYear() => Assert.All(Roots, root => Assert.True(root.NotAfter > DateTime.Now.AddYears(1), Name(root)));

    private static X509Certificate2Collection Load(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }

    private static string Fingerprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static string Name(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}
