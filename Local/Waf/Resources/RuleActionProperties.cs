namespace Lexicon.Local.Waf.Resources;

/// <summary>An action, one of its members; custom responses and inserted headers are refused.</summary>
internal sealed record RuleActionProperties
{
    public Plain? Allow { get; init; }

    public Plain? Block { get; init; }

    public Plain? Count { get; init; }

    /// <summary>The action; null unless there is exactly one.</summary>
    public RuleAction? ToAction() => (Allow, Block, Count) switch
    {
        ({ }, null, null) => RuleAction.Allow,
        (null, { }, null) => RuleAction.Block,
        (null, null, { }) => RuleAction.Count,
        _ => null,
    };

    /// <summary>An action without particulars.</summary>
    internal sealed record Plain;
}
