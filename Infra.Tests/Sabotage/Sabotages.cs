namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>What someone might do to the templates, by haste or by malice, and a named assertion has to notice.</summary>
internal static class Sabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        .. DataSabotages.All, .. RoleSabotages.All, .. ApiSabotages.All, .. EdgeSabotages.All, .. OperationsSabotages.All,
        .. DeliverySabotages.All, .. TemplateSabotages.All,
    ];
}
