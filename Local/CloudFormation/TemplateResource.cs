using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>One resource of a template, its properties resolved: no intrinsic function is left in them.</summary>
/// <param name="Stack">The name of the stack.</param>
/// <param name="LogicalId">The key under <c>Resources</c>.</param>
/// <param name="Type">The CloudFormation type.</param>
/// <param name="Properties">The resolved properties.</param>
internal sealed record TemplateResource(string Stack, string LogicalId, string Type, JsonObject Properties)
{
    private static readonly JsonSerializerOptions Reading = PropertyReader.Options;

    /// <summary>How messages name the resource.</summary>
    public string Place => $"{Stack}/{LogicalId} ({Type})";

    /// <summary>
    /// The name that CloudFormation would generate, the same on every start: stack, logical id and twelve characters.
    /// </summary>
    public string PhysicalName(int maximumLength = 255)
    {
        var suffix = ShortId(12).ToUpperInvariant();
        var stem = $"{Stack}-{LogicalId}";
        return $"{stem[..Math.Min(stem.Length, maximumLength - suffix.Length - 1)]}-{suffix}";
    }

    /// <summary>An id of lower-case letters and digits that depends on stack and logical id alone, such as an API's.</summary>
    public string ShortId(int length)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Stack}/{LogicalId}"));
        return string.Create(length, hash, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[bytes[i % bytes.Length] % Alphabet.Length];
            }
        });
    }

    /// <summary>Reads the properties into the record of the resource type.</summary>
    /// <exception cref="StartupException">A property has a value of another kind, or a required one is missing.</exception>
    public TProperties Read<TProperties>()
        where TProperties : class
    {
        try
        {
            return Properties.Deserialize<TProperties>(Reading)!;
        }
        catch (JsonException mistake)
        {
            throw StartupException.At(
                Place, PropertyPath.FromJson(mistake.Path), $"its properties are not valid: {mistake.Message}");
        }
    }

    /// <summary>
    /// Makes checks that do not need one another, so that each says what is wrong: for properties that are required, without which the
    /// resource cannot be read again.
    /// </summary>
    /// <exception cref="StartupException">What one of them throws, or all that several throw.</exception>
    public static void CheckAll(params IEnumerable<Action> checks)
    {
        var found = new List<StartupException>();
        foreach (var check in checks)
        {
            try
            {
                check();
            }
            catch (StartupException refusal)
            {
                found.Add(refusal);
            }
        }

        switch (found)
        {
            case [var one]:
                throw one;
            case [var first, ..]:
                throw new StartupException(first.Message) { Property = first.Property, All = found };
        }
    }

    /// <summary>A refusal of a value of this resource.</summary>
    /// <param name="property">The path of the property, such as <c>Origins[0].OriginShield</c>.</param>
    /// <param name="why">What is not supported, as half a sentence.</param>
    public StartupException Refuse(string property, string why) =>
        StartupException.At(Place, property, $"property '{property}' is not supported locally: {why}");

    /// <summary>A refusal of a value that CloudFormation would refuse, too.</summary>
    /// <param name="property">The path of the property.</param>
    /// <param name="why">What is wrong with it, as half a sentence.</param>
    public StartupException Invalid(string property, string why) =>
        StartupException.At(Place, property, $"property '{property}' is not valid: {why}");

    /// <summary>Checks that a number, where there is one, is within what AWS takes.</summary>
    /// <param name="property">The path of the property.</param>
    /// <param name="value">The number; null: the template leaves it to AWS.</param>
    /// <param name="least">The least that AWS takes.</param>
    /// <param name="most">The most.</param>
    /// <exception cref="StartupException">It is not.</exception>
    public void CheckRange(string property, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw Invalid(property, $"{value} is not within {least} to {most}");
        }
    }

    /// <summary>A refusal of a value that refers to what no template declares.</summary>
    /// <param name="property">The path of the property.</param>
    /// <param name="what">What it refers to, such as <c>the user pool 'ID'</c>.</param>
    public StartupException NotFound(string property, string what) =>
        StartupException.At(Place, property, $"property '{property}' refers to {what}, which does not exist");
}
