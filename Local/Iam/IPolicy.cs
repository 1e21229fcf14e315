using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam;

/// <summary>A policy document that belongs to no identity of the account, such as the one that a Lambda authorizer returns.</summary>
internal interface IPolicy
{
    /// <summary>What this policy alone decides about a request; a deny among several statements wins.</summary>
    Verdict Decide(AccessRequest request, DateTimeOffset now);
}
