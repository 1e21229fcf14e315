using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Iam;

/// <summary>A role of the templates.</summary>
/// <param name="arn">Its ARN.</param>
/// <param name="trust">Its trust policy: who may assume it.</param>
/// <param name="maximumSession">How long a session may last.</param>
internal sealed class Role(string arn, Policy trust, TimeSpan maximumSession)
{
    private readonly ConcurrentQueue<Policy> _policies = new();

    /// <summary>Its ARN.</summary>
    public string Arn => arn;

    /// <summary>Its name, without the path.</summary>
    public string Name => arn[(arn.LastIndexOf('/') + 1)..];

    /// <summary>Who may assume it.</summary>
    public Policy Trust => trust;

    /// <summary>How long a session may last (<c>MaxSessionDuration</c>).</summary>
    public TimeSpan MaximumSession => maximumSession;

    /// <summary>The identity-based policies, inline and managed.</summary>
    public IEnumerable<Policy> Policies => _policies;

    /// <summary>Attaches an identity-based policy.</summary>
    public void Attach(Policy policy) => _policies.Enqueue(policy);

    /// <summary>The unique id of a role (<c>AROA...</c>), made from its ARN so that it survives restarts.</summary>
    public static string IdOf(string arn) => "AROA" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(arn)))[..17];
}
