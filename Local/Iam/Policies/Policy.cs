using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// A policy document, read and checked once (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
/// </summary>
internal sealed record Policy(IReadOnlyList<Statement> Statements) : IPolicy
{
    public Verdict Decide(AccessRequest request, DateTimeOffset now) => Evaluate(request, new RequestKeys(request, now));

    /// <summary>The verdict of this policy alone; a deny among several statements wins.</summary>
    public Verdict Evaluate(AccessRequest request, RequestKeys keys) => Find(request, keys) switch
    {
        null => Verdict.None,
        { Allows: true } => Verdict.Allow,
        _ => Verdict.Deny,
    };

    /// <summary>The statement that decides: the first that denies, else the first that allows; null where none applies.</summary>
    public Statement? Find(AccessRequest request, RequestKeys keys)
    {
        Statement? allows = null;
        foreach (var statement in Statements)
        {
            if ((statement.Allows && allows is not null) || !statement.Applies(request, keys))
            {
                continue;
            }

            if (!statement.Allows)
            {
                return statement;
            }

            allows = statement;
        }

        return allows;
    }

    /// <summary>Reads a policy document.</summary>
    /// <param name="document">The document, intrinsic functions resolved.</param>
    /// <param name="kind">Whether it belongs to an identity, a resource or a role's trust.</param>
    /// <param name="place">How messages name where it stands.</param>
    /// <exception cref="StartupException">Something in it is malformed or not supported.</exception>
    public static Policy Read(JsonNode? document, PolicyKind kind, string place) => new PolicyReader(kind, place).Read(document);
}
