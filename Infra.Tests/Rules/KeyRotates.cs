namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Each key is renewed every year, is in use, and can be rescued for a week at least, for a month where it is kept: see
/// https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html.
/// </summary>
public sealed class KeyRotates : Rule
{
    private protected override Change[] Broken =>
    [
        Set("/Key/Properties/EnableKeyRotation", "false"),
        Set("/Key/Properties/RotationPeriodInDays", "2560"),
        Set("/Key/Properties/PendingWindowInDays", "7"),
        Set("/Key/Properties/Enabled", "false"),
    ];

    private protected override IEnumerable<string> Breaches(Template template) =>
        from key in template.OfType("AWS::KMS::Key")
        where key.Text("EnableKeyRotation") != "true" || (key["Enabled"] ?? key["RotationPeriodInDays"]) is not null
            || key.Text("PendingWindowInDays") != (key.DeletionPolicy == "Retain" ? "30" : "7")
        select $"{key.Construct} is not renewed, or lost too soon";
}
