using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Tokens;

/// <summary>
/// The RSA key that signs this installation's tokens (RS256, RFC 7518 section 3.3), made at the first start and kept in the
/// data folder, readable by its owner alone. cognito-local signs with a key that everybody has, so its own signatures
/// are worth nothing and never leave the runner.
/// </summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _rsa;
    private readonly JsonObject _publicKey;

    private SigningKey(RSA rsa)
    {
        _rsa = rsa;
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var exponent = Base64Url.EncodeToString(parameters.Exponent);
        var modulus = Base64Url.EncodeToString(parameters.Modulus);

        // The thumbprint of RFC 7638 names the key, so that a new key never goes by an old name.
        Id = Base64Url.EncodeToString(SHA256.HashData(
            Encoding.UTF8.GetBytes($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}""")));
        _publicKey = new JsonObject
        {
            ["alg"] = "RS256",
            ["e"] = exponent,
            ["kid"] = Id,
            ["kty"] = "RSA",
            ["n"] = modulus,
            ["use"] = "sig",
        };
    }

    /// <summary>The <c>kid</c> of the tokens.</summary>
    public string Id { get; }

    /// <summary>The JSON Web Key Set with the public half (RFC 7517).</summary>
    public string KeySet => new JsonObject { ["keys"] = new JsonArray(_publicKey.DeepClone()) }.ToJsonString();

    /// <summary>The key in this file, which is made when it is not there.</summary>
    public static SigningKey Open(string path)
    {
        var rsa = RSA.Create(2048);
        try
        {
            if (File.Exists(path))
            {
                rsa.ImportFromPem(File.ReadAllText(path));
            }
            else
            {
                Save(rsa, path);
            }
        }
        catch (ArgumentException)
        {
            throw new StartupException($"{path} is not a private key: remove it, and everybody signs in again.");
        }

        return new SigningKey(rsa);
    }

    public byte[] Sign(byte[] data) => _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(byte[] data, byte[] signature) =>
        _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => _rsa.Dispose();

    private static void Save(RSA rsa, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path + ".new", options))
        {
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        File.Move(path + ".new", path);
    }
}
