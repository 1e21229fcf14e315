using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lexicon.Local.Sns.Publishing;

/// <summary>
/// The certificate that notifications are signed with, made on first use and kept in the data folder, so that what was signed can be
/// verified by the next runner's, too.
/// </summary>
[SuppressMessage("Security", "CA5350", Justification = "Version 1 of the signatures is SHA-1.")]
internal sealed class SigningCertificate(string folder, TimeProvider time) : IDisposable
{
    private const string Prefix = "SimpleNotificationService-";
    private const int KeyBits = 2048;
    private const int YearsOfValidity = 10;

    private readonly Lock _gate = new();
    private X509Certificate2? _certificate;

    /// <summary>Its file, which requests name.</summary>
    public string FileName => $"{Prefix}{Certificate.GetCertHashString(HashAlgorithmName.SHA256)[..32].ToLowerInvariant()}.pem";

    /// <summary>The certificate without its key.</summary>
    public string Pem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>Whether a path is that of a certificate.</summary>
    public static bool IsPath(string? path) => path is not null
        && path.StartsWith("/" + Prefix, StringComparison.Ordinal)
        && path.EndsWith(".pem", StringComparison.Ordinal);

    /// <summary>The signature of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">1 for SHA-1, 2 for SHA-256.</param>
    public string Sign(string text, string version)
    {
        var certificate = Certificate;
        lock (_gate)
        {
            using var key = certificate.GetRSAPrivateKey()!;
            var algorithm = version == "2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
            return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), algorithm, RSASignaturePadding.Pkcs1));
        }
    }

    public void Dispose() => _certificate?.Dispose();

    private X509Certificate2 Certificate
    {
        get
        {
            lock (_gate)
            {
                return _certificate ??= Load() ?? Create();
            }
        }
    }

    private string KeptIn => Path.Combine(folder, "signing.pem");

    private X509Certificate2? Load()
    {
        if (!File.Exists(KeptIn))
        {
            return null;
        }

        var kept = X509Certificate2.CreateFromPemFile(KeptIn, KeptIn);
        if (kept.NotAfter.ToUniversalTime() > time.GetUtcNow().UtcDateTime)
        {
            return kept;
        }

        kept.Dispose();
        return null;
    }

    private X509Certificate2 Create()
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=sns.amazonaws.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = time.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(YearsOfValidity));
        Directory.CreateDirectory(folder);
        var written = KeptIn + ".next";
        File.WriteAllText(written, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.Move(written, KeptIn, overwrite: true);
        return certificate;
    }
}
