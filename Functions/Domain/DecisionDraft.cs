using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a moderator writes of a decision, checked.</summary>
internal sealed record DecisionDraft(string Word, string Reason)
{
    /// <summary>Takes the term from everybody but its owner.</summary>
    public const string Hide = "hide";

    /// <summary>Leaves it as it is.</summary>
    public const string Dismiss = "dismiss";

    /// <summary>Gives back a term that was hidden.</summary>
    public const string Show = "show";

    public bool Hides => Word is Hide;

    public bool Shows => Word is Show;

    public static Result<DecisionDraft> From(DecisionRequest request)
    {
        var rules = new Rules();
        rules.Require(
            request.Decision is Hide or Dismiss or Show, "/decision", $"must be \"{Hide}\", \"{Dismiss}\" or \"{Show}\"");
        return rules.Check(new DecisionDraft(
            request.Decision ?? Dismiss, rules.Text("/reason", request.Reason, Limits.DecisionReason)));
    }
}
