using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.SecretsManager;

/// <summary>
/// The secrets of the account. A value is read from its file while the secret is provisioned, and written when the service starts, since
/// provisioning writes nothing.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="time">When a value is made.</param>
internal sealed class Secrets(string folder, TimeProvider time)
{
    private readonly Dictionary<string, Secret> _byArn = [];

    /// <summary>Adds a secret; its value is the one that is kept, as long as the template says the same of it.</summary>
    /// <param name="arn">The secret's ARN.</param>
    /// <param name="name">The secret's name.</param>
    /// <param name="given">The value that the template gives, if it gives one.</param>
    /// <param name="generate">Makes a value where the template gives none and none is kept.</param>
    public void Add(string arn, string name, string? given, Func<string> generate)
    {
        var kept = Read(name);
        _byArn[arn] = kept is not null && (given is null || kept.Value == given)
            ? kept
            : new Secret(name, given ?? generate(), Guid.NewGuid().ToString(), time.GetUtcNow());
    }

    /// <summary>Whether a secret has this name.</summary>
    public bool Has(string name) => _byArn.Values.Any(secret => secret.Name == name);

    /// <summary>
    /// The secret with this name or ARN, of which the six letters at its end may be missing:
    /// https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen.
    /// </summary>
    public (string Arn, Secret Secret)? Find(string id) => _byArn
        .Where(pair => pair.Key == id || pair.Value.Name == id || pair.Key[..^7] == id)
        .Select(pair => ((string, Secret)?)(pair.Key, pair.Value)).FirstOrDefault();

    /// <summary>Writes the values that no file has yet.</summary>
    public void Keep()
    {
        foreach (var secret in _byArn.Values.Where(secret => Read(secret.Name) != secret))
        {
            Directory.CreateDirectory(folder);
            var path = PathOf(secret.Name);
            File.WriteAllText(path + ".new", "");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.WriteAllText(path + ".new", JsonSerializer.Serialize(secret));
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    private Secret? Read(string name)
    {
        try
        {
            return JsonSerializer.Deserialize<Secret>(File.ReadAllText(PathOf(name))) is { Value: not null } secret ? secret : null;
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A name can have slashes.
    private string PathOf(string name) =>
        Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32]}.json");
}
