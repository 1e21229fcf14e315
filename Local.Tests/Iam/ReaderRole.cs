using Lexicon.Local.Iam;

namespace Lexicon.Local.Tests.Iam;

/// <summary>A role with one permission, and who has assumed it.</summary>
internal static class ReaderRole
{
    /// <summary>A session of the role.</summary>
    public static Caller Session { get; } =
        new RoleSession("", "arn:aws:iam::123456789012:role/reader", "session", DateTimeOffset.MaxValue).ToCaller();

    /// <summary>Provisions the role, which may do this to that.</summary>
    public static void Provision(Identities identities, string action, string resource) =>
        new IamService(identities).ResourceTypes.Provision("AWS::IAM::Role", "Reader", $$"""
                {
                  "RoleName": "reader",
                  "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] },
                  "Policies": [ { "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" } ] } } ]
                }
                """);
}
