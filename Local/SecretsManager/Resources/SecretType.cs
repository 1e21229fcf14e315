using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.SecretsManager.Resources;

/// <summary>
/// <c>AWS::SecretsManager::Secret</c>, and what <c>{{resolve:secretsmanager:...}}</c> stands for.
/// </summary>
internal sealed class SecretType(Secrets secrets)
    : ResourceType<SecretProperties>("AWS::SecretsManager::Secret", "a secret, kept in the data folder"), IDynamicReference
{
    private const int Longest = 4096;

    public string Service => "secretsmanager";

    public string? Resolve(string reference)
    {
        // secret-id:SecretString:json-key:version-stage:version-id, of which an ARN as the id has seven parts.
        var parts = reference.Split(':');
        var length = reference.StartsWith("arn:", StringComparison.Ordinal) ? 7 : 1;
        if (parts.Length < length || secrets.Find(string.Join(':', parts[..length])) is not var (_, secret))
        {
            return null;
        }

        var (kind, key, stage, version) = (Part(0), Part(1), Part(2), Part(3));
        return parts.Length > length + 4 || kind is not ("" or "SecretString") || stage is not ("" or "AWSCURRENT")
            || (version.Length > 0 && version != secret.VersionId) ? null
            : key.Length == 0 ? secret.Value
            : Member(secret.Value, key);

        string Part(int index) => parts.ElementAtOrDefault(length + index) ?? "";
    }

    protected override ProvisionedResource Provision(TemplateResource resource, SecretProperties properties)
    {
        var generation = properties.GenerateSecretString;
        if (properties.SecretString is not null && generation is not null)
        {
            throw resource.Invalid(nameof(properties.GenerateSecretString), "a secret has SecretString or GenerateSecretString, not both");
        }

        var name = properties.Name ?? resource.PhysicalName();
        if (secrets.Has(name))
        {
            throw resource.Invalid(nameof(properties.Name), $"another secret has the name '{name}'");
        }

        var arn = $"arn:aws:secretsmanager:{Account.Region}:{Account.Id}:secret:{name}-{resource.ShortId(6)}";
        secrets.Add(arn, name, properties.SecretString, Generator(resource, generation ?? new()));
        return new(arn) { Attributes = new Dictionary<string, string> { ["Id"] = arn } };
    }

    private static Func<string> Generator(TemplateResource resource, SecretProperties.Generation generation)
    {
        string[] kinds =
        [
            .. Kinds(generation).Select(kind => string.Concat(kind.Except(generation.ExcludeCharacters))).Where(kind => kind.Length > 0),
        ];
        if (kinds.Length == 0 || generation.PasswordLength is < 1 or > Longest
            || (generation.RequireEachIncludedType && generation.PasswordLength < kinds.Length))
        {
            throw resource.Invalid(
                $"GenerateSecretString.{nameof(generation.PasswordLength)}", $"no value has {generation.PasswordLength} such characters");
        }

        var password = new RandomPassword(generation.PasswordLength, kinds, generation.RequireEachIncludedType);
        return (generation.SecretStringTemplate, generation.GenerateStringKey) switch
        {
            (null, null) => password.Create,
            ({ } template, { } key) => InTemplate(resource, template, key, password),
            _ => throw resource.Invalid(
                $"GenerateSecretString.{nameof(generation.GenerateStringKey)}", "it goes together with SecretStringTemplate"),
        };
    }

    private static Func<string> InTemplate(TemplateResource resource, string template, string key, RandomPassword password)
    {
        try
        {
            _ = JsonNode.Parse(template)!.AsObject();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw resource.Invalid("GenerateSecretString.SecretStringTemplate", "it must be a JSON object");
        }

        return () =>
        {
            var value = JsonNode.Parse(template)!.AsObject();
            value[key] = password.Create();
            return value.ToJsonString();
        };
    }

    private static IEnumerable<string> Kinds(SecretProperties.Generation generation)
    {
        if (!generation.ExcludeLowercase)
        {
            yield return "abcdefghijklmnopqrstuvwxyz";
        }

        if (!generation.ExcludeUppercase)
        {
            yield return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        }

        if (!generation.ExcludeNumbers)
        {
            yield return "0123456789";
        }

        if (!generation.ExcludePunctuation)
        {
            yield return "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        }

        if (generation.IncludeSpace)
        {
            yield return " ";
        }
    }

    private static string? Member(string value, string key)
    {
        try
        {
            return (JsonNode.Parse(value) as JsonObject)?[key]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
