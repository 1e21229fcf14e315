using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.SecretsManager;
using Lexicon.Local.SecretsManager.Resources;

namespace Lexicon.Local.Tests.SecretsManager;

/// <summary>The secrets of a template, what they are generated from and kept in, and the references to them.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secrets-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void GeneratedValue_HasTheLengthAndTheKindsOfLettersThatAreNotExcluded()
    {
        var plain = ValueOf("""{"GenerateSecretString":{"PasswordLength":40,"ExcludePunctuation":true,"ExcludeCharacters":"O0l1"}}""");
        Assert.Matches("^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{40}$", plain);
        Assert.DoesNotMatch("[O0l1]", plain);
        Assert.Equal(32, ValueOf("{}").Length);
        Assert.Matches("^[0-9]{4}$", ValueOf(
            """{"GenerateSecretString":{"PasswordLength":4,"ExcludePunctuation":true,"ExcludeLowercase":true,"ExcludeUppercase":true}}"""));
    }

    [Fact]
    public void GeneratedValue_StandsInItsTemplate()
    {
        var value = JsonNode.Parse(ValueOf(
            """{"GenerateSecretString":{"SecretStringTemplate":"{\"user\":\"me\"}","GenerateStringKey":"word","PasswordLength":9}}"""))!;
        Assert.Equal(("me", 9), ((string?)value["user"], ((string)value["word"]!).Length));
    }

    [Fact]
    public void GeneratedValue_IsTheSameAfterARestart_AndInAFileOfItsOwnersAlone()
    {
        var secrets = Store();
        var first = Provisioned(secrets, "{}");
        Assert.Empty(Directory.EnumerateFiles(_folder));
        secrets.Keep();
        var file = Assert.Single(Directory.EnumerateFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(first, Provisioned(Store(), "{}"));
        Assert.Equal("other", Provisioned(Store(), """{"SecretString":"other"}""").Value);
        File.WriteAllText(file, "{");
        Assert.NotEqual(first.Value, Provisioned(Store(), "{}").Value);
    }

    [Theory]
    [InlineData("", "{\"a\":\"b\"}")]
    [InlineData(":SecretString", "{\"a\":\"b\"}")]
    [InlineData(":SecretString:::", "{\"a\":\"b\"}")]
    [InlineData(":SecretString:a", "b")]
    [InlineData(":SecretString:a:AWSCURRENT", "b")]
    [InlineData(":SecretString:c", null)]
    [InlineData(":SecretBinary", null)]
    [InlineData(":SecretString:a:AWSPREVIOUS", null)]
    public void Reference_ByNameAndByArn_IsItsValue(string rest, string? value)
    {
        var secrets = Store();
        var type = new SecretType(secrets);
        var arn = (string)type.Provision(Resource("""{"Name":"app/key","SecretString":"{\"a\":\"b\"}"}""")).Ref!;

        Assert.Equal((value, value), (type.Resolve($"app/key{rest}"), type.Resolve($"{arn}{rest}")));
        Assert.Null(type.Resolve($"none{rest}"));
        Assert.Matches("^arn:aws:secretsmanager:us-east-1:[0-9]{12}:secret:app/key-[a-z0-9]{6}$", arn);
    }

    [Theory]
    [InlineData("""{"SecretString":"a","GenerateSecretString":{}}""", "'GenerateSecretString' is not valid: a secret has SecretString or")]
    [InlineData("""{"GenerateSecretString":{"PasswordLength":3}}""", "'GenerateSecretString.PasswordLength' is not valid: no value has 3")]
    [InlineData("""{"GenerateSecretString":{"PasswordLength":5000}}""", "'GenerateSecretString.PasswordLength' is not valid: no value has")]
    [InlineData("""{"GenerateSecretString":{"GenerateStringKey":"a"}}""", "'GenerateSecretString.GenerateStringKey' is not valid: it goes")]
    [InlineData(
        """{"GenerateSecretString":{"GenerateStringKey":"a","SecretStringTemplate":"[]"}}""",
        "'GenerateSecretString.SecretStringTemplate' is not valid: it must be a JSON object")]
    public void WhatNoSecretCanBe_IsRefused(string properties, string message) => Assert.Contains(
        message, Assert.Throws<StartupException>(() => Provisioned(Store(), properties)).Message, StringComparison.Ordinal);

    private string ValueOf(string properties) => Provisioned(Store(), properties).Value;

    private Secrets Store() => new(_folder, TimeProvider.System);

    private static Secret Provisioned(Secrets secrets, string properties) =>
        secrets.Find((string)new SecretType(secrets).Provision(Resource(properties)).Ref!)!.Value.Secret;

    private static TemplateResource Resource(string properties) =>
        new("Stack", "Key", "AWS::SecretsManager::Secret", JsonNode.Parse(properties)!.AsObject());
}
