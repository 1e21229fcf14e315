using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.SecretsManager.Resources;

/// <summary>The honored properties of <c>AWS::SecretsManager::Secret</c>.</summary>
internal sealed record SecretProperties
{
    public string? Name { get; init; }

    public string? SecretString { get; init; }

    public Generation? GenerateSecretString { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    [Ignored("the value lies in the data folder, which only its owner may read")]
    public string? KmsKeyId { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary><c>GenerateSecretString</c>.</summary>
    internal sealed record Generation
    {
        public int PasswordLength { get; init; } = 32;

        public string ExcludeCharacters { get; init; } = "";

        public bool ExcludeLowercase { get; init; }

        public bool ExcludeNumbers { get; init; }

        public bool ExcludePunctuation { get; init; }

        public bool ExcludeUppercase { get; init; }

        public bool IncludeSpace { get; init; }

        public bool RequireEachIncludedType { get; init; } = true;

        public string? GenerateStringKey { get; init; }

        public string? SecretStringTemplate { get; init; }
    }
}
