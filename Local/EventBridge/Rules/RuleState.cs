namespace Lexicon.Local.EventBridge.Rules;

/// <summary>The states of a rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html).</summary>
internal static class RuleState
{
    /// <summary>It takes events.</summary>
    public const string Enabled = "ENABLED";

    /// <summary>It takes none.</summary>
    public const string Disabled = "DISABLED";

    /// <summary>It takes events of CloudTrail, too, of which there are none here.</summary>
    public const string EnabledWithCloudTrail = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Enabled, Disabled, EnabledWithCloudTrail];
}
