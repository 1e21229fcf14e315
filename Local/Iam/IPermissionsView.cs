using Lexicon.Local.Iam.Usage;

namespace Lexicon.Local.Iam;

/// <summary>What the roles may, and what they do of it, for whoever looks.</summary>
internal interface IPermissionsView
{
    /// <summary>Each role of the templates, since the runner started.</summary>
    IReadOnlyList<RoleUse> OfThisRun { get; }

    /// <summary>The same with what the runs before counted, of which the last ten are kept.</summary>
    IReadOnlyList<RoleUse> OfAllRuns { get; }
}
